/** What the product found when it rebuilt its own frozen packs. */
package org.muniment.kernel.selfaudit;

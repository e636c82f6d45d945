/** Whether the log still gives every pack it gave when the pack was frozen. */
package org.muniment.query.selfaudit;

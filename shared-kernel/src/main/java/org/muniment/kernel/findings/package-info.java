/** What does not add up in a record, as both sides speak of it. */
package org.muniment.kernel.findings;

/** The program: both sides in one process, over one SQLite file. Wiring only; no rules. */
package org.muniment.ops;

package org.muniment.ops.safe;

/** Where each kind of thing is kept that must outlive the process. */
@FunctionalInterface
public interface Safes {
    /** One for each area, such as {@code ledger}. */
    Safe of(String area);
}

package org.muniment.ops.log;

/** The stand-in keeps the promises of the real one. */
class MemorySharedLogTest extends SharedLogContract {
    @Override
    SharedLog open() {
        return new MemorySharedLog();
    }
}

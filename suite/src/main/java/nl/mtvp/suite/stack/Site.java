package nl.mtvp.suite.stack;

/** What every program of a stack is started from, where it lives and listens, and where it is noted. */
record Site(Installation installation, StackFolder folder, Ports ports, ProcessList processes) {}

/** What a request wants done: who asks for which operation, and that it is done once for its key. */
package nl.mtvp.kernel.rest.command;

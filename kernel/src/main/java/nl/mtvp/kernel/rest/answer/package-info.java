/** How an answer goes out: its version, and what is made while it is sent. */
package nl.mtvp.kernel.rest.answer;

/** Every request and answer of every test, held against the document that the service itself gives. */
package nl.mtvp.kernel.testing.exchange;

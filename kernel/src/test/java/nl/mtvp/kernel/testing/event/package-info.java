/** Events held against the schemas that who tells them and who follows them share. */
package nl.mtvp.kernel.testing.event;

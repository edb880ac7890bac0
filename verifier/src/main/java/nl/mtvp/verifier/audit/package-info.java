/**
 * The second implementation of the money (D41-D46, D48, D49): it checks an auditor's export as docs/audit.md tells its
 * form, and shares nothing with payment-service. It needs nothing but Java 17.
 */
package nl.mtvp.verifier.audit;

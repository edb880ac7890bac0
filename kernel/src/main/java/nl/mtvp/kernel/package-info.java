/**
 * What all three services need and none of them owns: identifiers, money, quarters, failures and the way HTTP, the
 * database and the event feed treat them. Nothing of one service's domain belongs here.
 */
package nl.mtvp.kernel;

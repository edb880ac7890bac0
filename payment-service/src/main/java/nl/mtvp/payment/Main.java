package nl.mtvp.payment;

import nl.mtvp.kernel.Serving;

/** Where payment-service begins. */
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        Serving.begin(AdministrativeCommand.class, arguments);
    }
}

package nl.mtvp.payment.entitlement.domain;

/** What is due or booked, in whole cents, split between the practice and its RHO (D42). */
public record Amounts(long practiceCents, long rhoCents) {

    public static final Amounts ZERO = new Amounts(0, 0);

    public long totalCents() {
        return Math.addExact(practiceCents, rhoCents);
    }

    public long cents(Component component) {
        return component == Component.PRACTICE ? practiceCents : rhoCents;
    }

    public Amounts plus(Component component, long cents) {
        return component == Component.PRACTICE
                ? new Amounts(Math.addExact(practiceCents, cents), rhoCents)
                : new Amounts(practiceCents, Math.addExact(rhoCents, cents));
    }
}

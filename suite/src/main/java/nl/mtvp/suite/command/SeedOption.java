package nl.mtvp.suite.command;

import nl.mtvp.suite.story.Seeds;
import picocli.CommandLine.Option;

/** What chance there is in the story. */
public final class SeedOption {

    @Option(
            names = "--seed",
            paramLabel = "HEX",
            defaultValue = Seeds.DEFAULT,
            description = {
                "64 hexadecimal digits: the notary's seed for each draw is made from it and the round's name, and so"
                        + " are",
                "the services' ids; the same seed gives the same draws and figures",
                "(default: ${DEFAULT-VALUE})"
            })
    private String seed;

    String hex() {
        return seed;
    }

    Seeds seeds() {
        return new Seeds(seed);
    }
}

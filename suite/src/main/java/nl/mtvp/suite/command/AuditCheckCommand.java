package nl.mtvp.suite.command;

import java.nio.file.Path;
import java.util.List;
import nl.mtvp.verifier.audit.AuditCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Recomputes an auditor's export, without any service. */
@Command(
        name = "audit-check",
        header = "Recomputes every euro and the chain of digests of an auditor's export, and names each difference.",
        description = {
            "No service runs for it, and none of their code: the checker is a second implementation that needs nothing",
            "but Java 17, in verifier/src/main/java/nl/mtvp/verifier/audit. docs/audit.md tells what it checks.",
            "Ends with 'N differences'; exits with 0 when there are none, else with 1.",
            "Example: ./mtvp audit-check export"
        })
public final class AuditCheckCommand extends SuiteCommand {

    @Parameters(paramLabel = "FOLDER", description = "what ./mtvp audit-export wrote")
    private Path folder;

    @Option(
            names = "--head",
            paramLabel = "UZOVI=HEAD",
            description = "a head that was published earlier: shows a tail that was cut off since; may be repeated")
    private List<String> heads = List.of();

    @Override
    public Integer call() {
        return AuditCheck.differences(folder, AuditCheck.published(heads), out()::println) == 0 ? 0 : 1;
    }
}

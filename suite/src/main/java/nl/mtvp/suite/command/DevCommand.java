package nl.mtvp.suite.command;

import java.util.List;
import nl.mtvp.suite.common.Service;
import nl.mtvp.suite.stack.Installation;
import nl.mtvp.suite.stack.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Starts a stack with one service in Quarkus' dev mode. */
@Command(
        name = "dev",
        header = "Starts everything, one service of it from its sources: what you change in them is there at the next"
                + " request.",
        description = {
            "The service and the kernel run in Quarkus' dev mode, the others as they are packaged. Stop it with"
                    + " Ctrl-C.",
            "Changes are compiled when the next request comes; the service's log tells what was taken over."
        })
public final class DevCommand extends SuiteCommand {

    @Mixin
    private StackOptions options;

    @Parameters(paramLabel = "SERVICE", description = "plan-service, contract-service or payment-service")
    private String name;

    @Override
    public Integer call() throws InterruptedException {
        Service developed = Service.named(name);
        try (var stack =
                Stack.start(Installation.found(), options.beginningAt(null).developing(developed), this::say)) {
            Guide.print(out(), stack, List.of());
            say(name + " runs from its sources; its log is "
                    + stack.folder().logs().resolve(name + ".log"));
            UpCommand.stay(stack, this::say);
        }
        return 0;
    }
}

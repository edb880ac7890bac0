package nl.mtvp.suite.story;

import java.io.PrintWriter;
import java.util.function.Consumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** What the user sees: steps, sentences, tables, and bars for what takes long. */
final class Screen {

    private final PrintWriter out;
    private final boolean terminal;
    private final Consumer<String> steps;

    Screen(PrintWriter out, boolean terminal) {
        this(out, terminal, step -> {});
    }

    /** @param steps hears the title of each step as well */
    Screen(PrintWriter out, boolean terminal, Consumer<String> steps) {
        this.out = out;
        this.terminal = terminal;
        this.steps = steps;
    }

    synchronized void step(String title) {
        steps.accept(title);
        out.println();
        out.println("━━ " + title);
        out.flush();
    }

    synchronized void line(String text) {
        out.println(text);
        out.flush();
    }

    void table(Table table) {
        table.lines().forEach(this::line);
    }

    /** How far something is; a line, and no bar, where nobody watches. */
    ProgressBar progress(String task, long total) {
        var bar = new ProgressBarBuilder()
                .setTaskName("  " + task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .clearDisplayOnFinish();
        if (!terminal) {
            line("  " + task + " …");
            bar.setConsumer(new DelegatingProgressBarConsumer(drawn -> {}));
        }
        return bar.build();
    }
}

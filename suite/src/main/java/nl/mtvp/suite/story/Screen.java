package nl.mtvp.suite.story;

import java.io.PrintWriter;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** What the user sees: steps, sentences, tables, and bars for what takes long. */
final class Screen {

    private final PrintWriter out;
    private final boolean terminal;

    Screen(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    synchronized void step(String title) {
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

package nl.mtvp.suite.story;

import java.io.PrintWriter;
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

    Progress progress(String task, long total) {
        if (!terminal) {
            line("  " + task + " …");
            return new Progress(null);
        }
        return new Progress(new ProgressBarBuilder()
                .setTaskName("  " + task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .clearDisplayOnFinish()
                .build());
    }

    /** How far something is. Threads may share it. */
    record Progress(me.tongfei.progressbar.ProgressBar bar) implements AutoCloseable {

        void by(long done) {
            if (bar != null) {
                bar.stepBy(done);
            }
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
            }
        }
    }
}

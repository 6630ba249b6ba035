package io.anpip.cli.bench;

import io.anpip.cli.terminal.Quantity;
import io.anpip.cli.terminal.Style;
import io.anpip.cli.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report as lines for people; pure. */
public final class BenchTable {
    private BenchTable() {}

    /** The lines. */
    public static List<String> lines(BenchReport report, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(style.strong(report.clip()) + " on " + report.processors() + " processors");
        lines.add("");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "run",
                "pipeline",
                "plain",
                "ratio",
                "CPU",
                "plain",
                "ratio",
                "thumbs",
                "chapters",
                "others",
                "playable"));
        for (int i = 0; i < report.runs().size(); i++) {
            rows.add(row(Integer.toString(i + 1), report.runs().get(i)));
        }
        lines.addAll(Table.lines(rows));
        lines.add("");
        lines.add(
                "  Times in seconds. pipeline: from finalize to READY; CPU: transcode-consumer with its FFmpeg processes;");
        lines.add(
                "  plain: one FFmpeg command with the same renditions, segments and settings; others: API, projector, servers.");
        if (!report.copied().isEmpty()) {
            lines.add("  Copied from the clip as they are, by both: " + String.join(", ", report.copied())
                    + ". The ratios are of the rest.");
        }
        lines.add("");
        lines.addAll(Table.lines(verdicts(report, style)));
        return lines;
    }

    private static List<String> row(String name, RunTimes run) {
        return List.of(
                name,
                number(run.pipelineSeconds()),
                number(run.plainSeconds()),
                number(run.wallRatio()),
                number(run.transcodeCpuSeconds()),
                number(run.plainCpuSeconds()),
                number(run.cpuRatio()),
                number(run.thumbnailCpuSeconds()),
                number(run.chapterCpuSeconds()),
                number(run.otherCpuSeconds()),
                number(run.playableSeconds()));
    }

    private static List<List<String>> verdicts(BenchReport report, Style style) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(verdict(
                style,
                "wall ratio, median",
                number(report.wallRatio()),
                report.wallRatio() <= BenchReport.WALL_GOAL,
                "at most 1.25"));
        rows.add(verdict(
                style,
                "CPU ratio, median",
                number(report.cpuRatio()),
                report.cpuRatio() <= BenchReport.CPU_GOAL,
                "at most 1.15"));
        rows.add(List.of("", "thumbnails, median CPU", number(report.median(RunTimes::thumbnailCpuSeconds)) + " s"));
        rows.add(List.of("", "chapters, median CPU", number(report.median(RunTimes::chapterCpuSeconds)) + " s"));
        rows.add(verdict(
                style,
                "both, of the transcode's CPU",
                percent(report.sideWorkShare()),
                report.sideWorkShare() <= BenchReport.SIDE_WORK_GOAL,
                "at most 15 %"));
        rows.add(List.of("", "finalize to PLAYABLE, median", number(report.playableSeconds()) + " s"));
        rows.add(memory(style, "memory idle, all processes", report.idleBytes()));
        rows.add(memory(style, "memory idle after the runs", report.idleAfterBytes()));
        report.secondUpSeconds()
                .ifPresent(seconds -> rows.add(verdict(
                        style,
                        "second up",
                        number(seconds) + " s",
                        seconds <= BenchReport.SECOND_UP_GOAL_SECONDS,
                        "under 30 s")));
        report.uploadGrowthBytes()
                .ifPresent(bytes -> rows.add(verdict(
                        style,
                        "upload-api during 2 GiB",
                        "+" + Quantity.bytes(bytes),
                        bytes <= BenchReport.UPLOAD_GROWTH_GOAL_BYTES,
                        "under 20 MB")));
        return rows;
    }

    private static List<String> memory(Style style, String what, long bytes) {
        return verdict(style, what, Quantity.bytes(bytes), bytes <= BenchReport.IDLE_GOAL_BYTES, "at most 2 GB");
    }

    private static List<String> verdict(Style style, String what, String value, boolean good, String goal) {
        return List.of(good ? style.tick() : style.cross(), what, value, style.faint("goal: " + goal));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.1f %%", value * 100);
    }
}

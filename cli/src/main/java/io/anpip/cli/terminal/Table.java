package io.anpip.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Lays rows out in columns as wide as their widest cell; pure. */
public final class Table {
    private static final int GAP = 2;

    private Table() {}

    /** The lines of the table, indented by two. */
    public static List<String> lines(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], Style.width(row.get(column)));
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(" ".repeat(GAP));
            for (int column = 0; column < row.size(); column++) {
                line.append(Style.padded(row.get(column), widths[column] + GAP));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}

package io.anpip.validator;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.validator.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One thing to break in a good stream.
 *
 * @param name what
 * @param broken the rules that it breaks, and no others
 * @param edit how
 */
record Mutation(String name, List<Rule> broken, Edit edit) {

    /** Of a mutation that breaks one rule. */
    static Mutation of(Rule broken, String name, Edit edit) {
        return new Mutation(name, List.of(broken), edit);
    }

    /** What the same edit cannot help breaking too. */
    Mutation and(Rule... others) {
        return new Mutation(
                name, Stream.concat(broken.stream(), Stream.of(others)).toList(), edit);
    }

    @Override
    public String toString() {
        return broken.getFirst().id() + ": " + name;
    }

    /** Changes files. */
    interface Edit {
        void apply(Change stream) throws IOException;
    }

    /** A copy of the good stream that may be changed. */
    record Change(Path folder) {

        static Change copyOf(Path good, Path folder) throws IOException {
            try (Stream<Path> files = Files.walk(good)) {
                for (Path file : files.toList()) {
                    Files.copy(file, folder.resolve(good.relativize(file).toString()));
                }
            }
            return new Change(folder);
        }

        /** Replaces text, which must be there. */
        Change text(String name, String old, String replacement) throws IOException {
            Path file = folder.resolve(name);
            String before = Files.readString(file);
            assertThat(before).contains(old);
            Files.writeString(file, before.replace(old, replacement));
            return this;
        }

        /** Replaces what a pattern matches, which must be there. */
        Change pattern(String name, String pattern, String replacement) throws IOException {
            Path file = folder.resolve(name);
            String before = Files.readString(file);
            assertThat(before).containsPattern(pattern);
            Files.writeString(file, before.replaceAll(pattern, replacement));
            return this;
        }

        /** Multiplies the first number that a pattern's first group matches. */
        Change scale(String name, String pattern, double factor) throws IOException {
            Path file = folder.resolve(name);
            java.util.regex.Matcher matcher =
                    java.util.regex.Pattern.compile(pattern).matcher(Files.readString(file));
            assertThat(matcher.find()).as(pattern).isTrue();
            StringBuilder text = new StringBuilder(Files.readString(file));
            long scaled = Math.round(Long.parseLong(matcher.group(1)) * factor);
            Files.writeString(file, text.replace(matcher.start(1), matcher.end(1), Long.toString(scaled)));
            return this;
        }

        /** Changes bytes. */
        Change bytes(String name, UnaryOperator<byte[]> edit) throws IOException {
            Path file = folder.resolve(name);
            Files.write(file, edit.apply(Files.readAllBytes(file)));
            return this;
        }

        Change delete(String name) throws IOException {
            Files.delete(folder.resolve(name));
            return this;
        }

        Change copy(String name, String other) throws IOException {
            Files.createDirectories(folder.resolve(other).getParent());
            Files.copy(folder.resolve(name), folder.resolve(other));
            return this;
        }
    }
}

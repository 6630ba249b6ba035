package io.anpip.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    private final Path data;

    SecretsTest(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void secretsAreMadeOnceAndOnlyTheirOwnerReadsThem() throws Exception {
        // Given
        Secrets made = Secrets.loadOrCreate(data);

        // When
        Secrets found = Secrets.loadOrCreate(data);

        // Then
        assertThat(found).isEqualTo(made);
        assertThat(Files.getPosixFilePermissions(data.resolve("secrets.properties")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void aDirectoryFromBeforeTheOperatorTokenGetsOneAndKeepsTheRest() throws Exception {
        // Given
        Secrets made = Secrets.loadOrCreate(data);
        Path file = data.resolve("secrets.properties");
        Files.write(
                file,
                Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("operator.token"))
                        .toList());

        // When
        Secrets completed = Secrets.loadOrCreate(data);

        // Then
        assertThat(completed.operatorToken()).isNotBlank().isNotEqualTo(made.operatorToken());
        assertThat(completed.postgresPassword()).isEqualTo(made.postgresPassword());
        assertThat(Secrets.loadOrCreate(data)).isEqualTo(completed);
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void eachDataDirectoryHasItsOwn() throws Exception {
        // Given
        Secrets one = Secrets.loadOrCreate(data.resolve("one"));

        // When
        Secrets two = Secrets.loadOrCreate(data.resolve("two"));

        // Then
        assertThat(two.s3SecretKey()).isNotEqualTo(one.s3SecretKey());
        assertThat(two.postgresPassword()).isNotEqualTo(one.postgresPassword());
        assertThat(one.toString()).doesNotContain(one.s3SecretKey());
    }
}

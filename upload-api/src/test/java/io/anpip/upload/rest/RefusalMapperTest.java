package io.anpip.upload.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.CompositeException;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalMapperTest {

    private static PgException refused(String sqlState) {
        return new PgException("refused", "FATAL", sqlState, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"57P01", "57P02", "57P03", "53300", "08006"})
    void aServerThatStopsOrStartsOrIsFullIsAway(String sqlState) {
        assertThat(RefusalMapper.isAway(refused(sqlState))).isTrue();
    }

    @Test
    void aStatementThatIsWrongIsNot() {
        assertThat(RefusalMapper.isAway(refused("42P01"))).isFalse();
        assertThat(RefusalMapper.isAway(new IllegalStateException())).isFalse();
    }

    @Test
    void severalTroublesAreOneWhenTheyAreAllOfTheKind() {
        assertThat(RefusalMapper.isAway(new CompositeException(new ConnectException(), refused("57P03"))))
                .isTrue();
        assertThat(RefusalMapper.isAway(new CompositeException(new ConnectException(), refused("23505"))))
                .isFalse();
    }
}

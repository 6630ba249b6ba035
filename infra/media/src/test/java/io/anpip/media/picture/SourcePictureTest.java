package io.anpip.media.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcePictureTest {

    private static final String TAGS =
            "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709,setsar=1";

    /** Pixel format, lines, matrix, transfer, primaries, and the filters that follow. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yuv420p | 576 | unknown | unknown | unknown | scale=64:48:out_color_matrix=bt709:out_range=tv,format=yuv420p",
                "yuv420p | 720 | unknown | unknown | unknown | scale=64:48:in_color_matrix=bt709:out_color_matrix=bt709:out_range=tv,format=yuv420p",
                "yuv420p | 360 | unknown | bt709 | unknown | scale=64:48:in_color_matrix=bt709:out_color_matrix=bt709:out_range=tv,format=yuv420p",
                "yuv420p | 1080 | unknown | smpte170m | unknown | scale=64:48:out_color_matrix=bt709:out_range=tv,format=yuv420p",
                "yuvj420p | 1080 | bt470bg | bt709 | bt709 | scale=64:48:out_color_matrix=bt709:out_range=tv,format=yuv420p",
                "yuva420p | 480 | bt709 | bt709 | bt709 | scale=out_color_matrix=bt709:out_range=tv,format=yuva444p,premultiply=inplace=1,scale=64:48,format=yuv420p",
                "rgba | 480 | gbr | unknown | unknown | scale=out_color_matrix=bt709:out_range=tv,format=yuva444p,premultiply=inplace=1,scale=64:48,format=yuv420p",
                "yuv420p10le | 1080 | bt2020nc | bt2020-10 | bt2020 | scale=64:48,zscale=tin=bt709:min=2020_ncl:pin=2020:t=bt709:p=bt709:m=bt709:r=tv,format=yuv420p",
                "yuv420p | 1080 | bt709 | bt709 | smpte432 | scale=64:48,zscale=tin=bt709:min=709:pin=smpte432:t=bt709:p=bt709:m=bt709:r=tv,format=yuv420p",
                "yuv420p10le | 2160 | bt2020nc | smpte2084 | bt2020 | scale=64:48,zscale=tin=smpte2084:min=2020_ncl:pin=2020:t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=mobius:desat=0,zscale=t=bt709:m=bt709:r=tv,format=yuv420p",
                "yuv420p10le | 2160 | unknown | arib-std-b67 | unknown | scale=64:48,zscale=tin=arib-std-b67:min=2020_ncl:pin=2020:t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=mobius:desat=0,zscale=t=bt709:m=bt709:r=tv,format=yuv420p",
            })
    void everyKindOfPictureBecomesTheStandardOne(
            String pixelFormat, int lines, String matrix, String transfer, String primaries, String filters) {
        SourcePicture picture = new SourcePicture(pixelFormat, lines, matrix, transfer, primaries);

        assertThat(String.join(",", picture.standardised(64, 48))).isEqualTo(filters + ',' + TAGS);
    }

    @ParameterizedTest
    @CsvSource({"tt, tff", "tb, tff", "bb, bff", "bt, bff", "progressive, progressive", "unknown, progressive"})
    void aFieldOrderNamesTheEarlierFieldFirst(String fieldOrder, String scan) {
        assertThat(Scan.claimedBy(fieldOrder)).isEqualTo(Scan.of(scan));
        assertThat(Scan.of(scan).word()).isEqualTo(scan);
    }
}

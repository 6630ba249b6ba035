package io.anpip.chapter.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A clip that FFmpeg makes, whose chapters are known.
 *
 * @param name what it shows
 * @param picture filter graph of the picture, with one unnamed output
 * @param seconds length
 * @param silences where it is silent, each from and to
 * @param starts where chapters begin, beside the start
 */
record CorpusClip(String name, String picture, double seconds, List<double[]> silences, List<Double> starts) {

    private static final String SIZE = "s=160x90:r=25";
    private static final String EACH = ",format=yuv420p,setsar=1,setpts=PTS-STARTPTS,fps=25";
    private static final String LARGE = "testsrc2=s=640x360:r=25:d=";

    /** Sound that is silent where it shall be. */
    String sound() {
        String silent = silences.stream()
                .map(silence -> "between(t\\," + silence[0] + "\\," + silence[1] + ')')
                .reduce((some, other) -> some + '+' + other)
                .orElse("0");
        return "sine=f=440:d=" + seconds + ",volume=0:enable='" + silent + '\'';
    }

    /** All clips. */
    static List<CorpusClip> all() {
        List<CorpusClip> clips = new ArrayList<>();
        clips.addAll(cuts());
        clips.addAll(gradual());
        clips.addAll(disturbed());
        clips.addAll(uncut());
        return clips;
    }

    private static List<CorpusClip> cuts() {
        return List.of(
                clip("hard cuts", 24, joined(test(6), bars(5), fractal(7), test(6)), 6, 11, 18),
                clip("moving textures", 26, joined(life(7, 1), cells(6), fractal(7), life(6, 9)), 7, 13, 20),
                clip(
                        "colours",
                        22,
                        joined(colour("red", 5), colour("green", 6), colour("blue", 5), colour("gray", 6)),
                        5,
                        11,
                        16),
                clip(
                        "colours of one brightness",
                        19,
                        joined(colour("0x964b00", 6), colour("0x4b6c7a", 7), colour("0x7a4b8c", 6)),
                        6,
                        13),
                clip("noisy", 20, joined(test(7) + NOISE, fractal(7) + NOISE, bars(6) + NOISE), 7, 14),
                clip("dark", 20, joined(test(7) + DIM, fractal(7) + DIM, bars(6) + DIM), 7, 14),
                new CorpusClip(
                        "cuts in silence, and silence without a cut",
                        joined(test(9), fractal(9), bars(8)),
                        26,
                        List.of(new double[] {4, 5}, new double[] {8.6, 9.4}, new double[] {17.5, 18.5}),
                        List.of(9.0, 18.0)),
                clip(
                        "slides",
                        25,
                        joined(
                                slide(6, "10:10:100:8:black", "10:30:60:4:black", "10:40:70:4:black"),
                                slide(7, "10:10:80:8:black", "20:30:120:50:gray"),
                                slide(6, "30:8:100:8:black", "10:30:60:4:black", "90:30:60:50:navy"),
                                slide(6, "40:40:80:12:black")),
                        6,
                        13,
                        19),
                clip(
                        "a slide that grows, then another",
                        20,
                        joined(
                                slide(4, "10:10:100:10:black"),
                                slide(4, "10:10:100:10:black", "10:30:60:4:black"),
                                slide(4, "10:10:100:10:black", "10:30:60:4:black", "10:40:70:4:black"),
                                slide(8, "20:20:120:60:gray")),
                        12));
    }

    private static List<CorpusClip> gradual() {
        return List.of(
                clip(
                        "slow fade through black",
                        16.5,
                        joined(test(8) + ",fade=out:st=7:d=1", colour("black", 0.5), fractal(8) + ",fade=in:st=0:d=1"),
                        8.25),
                clip(
                        "quick fades through black",
                        20,
                        joined(
                                test(7) + ",fade=out:st=6.7:d=0.3",
                                fractal(7) + ",fade=in:st=0:d=0.3",
                                life(6, 1) + ",fade=in:st=0:d=0.3"),
                        7,
                        14),
                clip(
                        "fade through white",
                        16,
                        joined(
                                test(8) + ",fade=out:st=7:d=1:color=white",
                                fractal(8) + ",fade=in:st=0:d=1:color=white"),
                        8),
                clip("dissolve of 1 s", 16, crossed(test(8), fractal(9), 8, 1, "fade"), 7.5),
                clip("dissolve of 2 s", 16, crossed(bars(9), test(9), 9, 2, "fade"), 8),
                clip("dissolve of moving scenes", 17, crossed(gradients(9, 1, 0.05), life(9, 1), 9, 1, "fade"), 8.5),
                clip("wipe of 1 s", 16, crossed(test(8), fractal(9), 8, 1, "wipeleft"), 7.5));
    }

    private static List<CorpusClip> disturbed() {
        return List.of(
                clip(
                        "flashes and one cut",
                        20.16,
                        joined(test(4), colour("white", 0.08), test(5), colour("white", 0.08), test(4), fractal(7)),
                        13.16),
                clip(
                        "flashes alone",
                        20,
                        test(20)
                                + ",drawbox=c=white:t=fill:enable='between(t\\,6\\,6.1)+between(t\\,12\\,12.05)+between(t\\,13\\,13.3)'"),
                clip("lights going on", 20, test(20) + ",eq=brightness='0.2*min(1,max(0,(t-8)/0.6))':eval=frame"));
    }

    private static List<CorpusClip> uncut() {
        return List.of(
                clip(
                        "shaken camera",
                        20,
                        LARGE
                                + "20,hue=H=0.1*t,crop=w=160:h=90:x='240+30*sin(n*1.9)+20*sin(n*0.7)':y='130+25*sin(n*2.3)'"),
                clip("pan", 20, LARGE + "20,crop=w=160:h=90:x='240+230*sin(t*0.5)':y='130+120*sin(t*0.3)'"),
                clip("zoom", 20, "mandelbrot=" + SIZE + ":start_scale=3:end_scale=0.001:end_pts=500,trim=duration=20"),
                clip("life", 20, life(20, 1)),
                clip("scrolling cells", 20, cells(20)),
                clip("flowing colours", 20, gradients(20, 7, 0.2)),
                new CorpusClip(
                        "speech that pauses",
                        test(20),
                        20,
                        List.of(new double[] {3, 4}, new double[] {9, 11}, new double[] {15, 15.8}),
                        List.of()));
    }

    private static final String NOISE = ",noise=alls=30:allf=t";
    private static final String DIM = ",colorlevels=romax=0.3:gomax=0.3:bomax=0.3";

    private static CorpusClip clip(String name, double seconds, String picture, double... starts) {
        return new CorpusClip(
                name,
                picture,
                seconds,
                List.of(),
                java.util.Arrays.stream(starts).boxed().toList());
    }

    private static String test(double seconds) {
        return "testsrc2=" + SIZE + ":d=" + seconds;
    }

    private static String bars(double seconds) {
        return "smptehdbars=" + SIZE + ":d=" + seconds;
    }

    private static String colour(String colour, double seconds) {
        return "color=c=" + colour + ':' + SIZE + ":d=" + seconds;
    }

    private static String fractal(int seconds) {
        return "mandelbrot=" + SIZE + ":start_scale=2:end_scale=0.5:end_pts=" + seconds * 25 + ",trim=duration="
                + seconds;
    }

    private static String life(int seconds, int seed) {
        return "life=" + SIZE + ":seed=" + seed
                + ":ratio=0.3:mold=10:life_color=white:death_color=#302010:mold_color=#604020,trim=duration=" + seconds;
    }

    private static String cells(int seconds) {
        return "cellauto=" + SIZE + ":rule=110:seed=3:scroll=1,trim=duration=" + seconds;
    }

    private static String gradients(int seconds, int seed, double speed) {
        return String.format(Locale.ROOT, "gradients=%s:d=%d:seed=%d:speed=%.2f:n=4", SIZE, seconds, seed, speed);
    }

    /** A white slide with boxes, each {@code x:y:width:height:colour}. */
    private static String slide(int seconds, String... boxes) {
        StringBuilder graph = new StringBuilder(colour("white", seconds));
        for (String box : boxes) {
            String[] part = box.split(":");
            graph.append(",drawbox=x=%s:y=%s:w=%s:h=%s:color=%s:t=fill".formatted((Object[]) part));
        }
        return graph.toString();
    }

    private static String joined(String... scenes) {
        StringBuilder graph = new StringBuilder();
        StringBuilder pads = new StringBuilder();
        for (int scene = 0; scene < scenes.length; scene++) {
            graph.append(scenes[scene]).append(EACH).append("[s").append(scene).append("];");
            pads.append("[s").append(scene).append(']');
        }
        return graph + pads.toString() + "concat=n=" + scenes.length;
    }

    private static String crossed(String from, String to, int fromSeconds, int overSeconds, String kind) {
        return from + EACH + "[a];" + to + EACH + "[b];[a][b]xfade=transition=" + kind + ":duration=" + overSeconds
                + ":offset=" + (fromSeconds - overSeconds);
    }
}

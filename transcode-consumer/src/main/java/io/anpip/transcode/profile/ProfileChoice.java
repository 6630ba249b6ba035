package io.anpip.transcode.profile;

import io.anpip.transcode.ladder.VideoCodec;
import io.anpip.transcode.plan.PlanSettings;
import java.util.Optional;
import java.util.Set;

/** Whether a video can be made after the profile that was chosen for it. */
public sealed interface ProfileChoice {

    /** It can. */
    record Chosen(PlanSettings settings) implements ProfileChoice {}

    /** There is no such profile; the sentence names those there are. */
    record Unknown(String sentence) implements ProfileChoice {}

    /** FFmpeg lacks an encoder that the profile needs. */
    record WithoutEncoder(String sentence) implements ProfileChoice {}

    /**
     * Decides.
     *
     * @param name what was chosen; the default profile where nothing was
     * @param encoders FFmpeg's names of the encoders there are
     */
    static ProfileChoice of(Optional<String> name, Profiles profiles, Set<String> encoders) {
        String wanted = name.orElse(Profiles.DEFAULT);
        Optional<PlanSettings> settings = profiles.find(wanted);
        if (settings.isEmpty()) {
            return new Unknown("There is no encoding profile '" + wanted + "' here; there are "
                    + String.join(", ", profiles.names()) + ".");
        }
        return settings.get().codecs().stream()
                .map(VideoCodec::encoder)
                .filter(encoder -> !encoders.contains(encoder))
                .findFirst()
                .<ProfileChoice>map(missing -> new WithoutEncoder("The encoding profile '" + wanted
                        + "' needs the encoder " + missing + ", which FFmpeg lacks on these servers."))
                .orElseGet(() -> new Chosen(settings.get()));
    }
}

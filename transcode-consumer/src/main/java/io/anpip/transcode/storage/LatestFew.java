package io.anpip.transcode.storage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A small memory of immutable things read from the store: the latest used few. Safe for several threads. */
public final class LatestFew<K, V> {

    private final int size;
    private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);

    public LatestFew(int size) {
        this.size = size;
    }

    /** The value of a key, loaded if it is not at hand; two threads may load the same one twice. */
    public V get(K key, Function<K, V> load) {
        Optional<V> known = find(key);
        if (known.isPresent()) {
            return known.get();
        }
        V loaded = load.apply(key);
        put(key, loaded);
        return loaded;
    }

    private synchronized Optional<V> find(K key) {
        return Optional.ofNullable(kept.get(key));
    }

    private synchronized void put(K key, V value) {
        kept.put(key, value);
        if (kept.size() > size) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}

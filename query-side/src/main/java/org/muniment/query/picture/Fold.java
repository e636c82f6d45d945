package org.muniment.query.picture;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Changed copies of maps: the pictures are values. */
final class Fold {
    private Fold() {}

    static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return Collections.unmodifiableMap(changed);
    }

    static <K extends Comparable<? super K>, V> SortedMap<K, V> withSorted(
            SortedMap<K, V> map, K key, V value) {
        SortedMap<K, V> changed = new TreeMap<>(map);
        changed.put(key, value);
        return Collections.unmodifiableSortedMap(changed);
    }

    static <K, V> SortedMap<K, V> none() {
        return Collections.emptySortedMap();
    }
}

package org.muniment.query.operations;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.bson.Document;
import org.muniment.query.journal.LaneHeads;

/**
 * The sets of read models in one database, and which of them is read. A set is called a generation;
 * the collections of all but the first carry its number in their names. Readers hold collections of
 * the present one, which turn into those of another at the moment of the switch; whoever pinned one
 * goes on reading it.
 */
public final class ReadModels {
    static final int FIRST = 1;
    static final String GENERATIONS = "generations";
    static final String CHECKS = "determinism";
    private static final String POINTER = "current";

    /** What is kept beside the read models, and outlives each of them. */
    private static final Set<String> BESIDE = Set.of(GENERATIONS, CHECKS);

    /** Another generation's, or of a fold that is made to be compared. */
    private static final Pattern OF_ANOTHER =
            Pattern.compile("(g[0-9]+|check-[0-9]+|twice-[a-z]+)-");

    private final MongoDatabase store;
    private final int lanes;
    private final Map<Integer, LaneHeads> heads = new ConcurrentHashMap<>();
    private final ThreadLocal<Integer> pinned = new ThreadLocal<>();
    private volatile int current = FIRST;

    /** {@code lanes} for plans are made in every new generation. */
    public ReadModels(MongoDatabase store, int lanes) {
        this.store = store;
        this.lanes = lanes;
        refresh();
    }

    /** Whatever is kept beside the read models. */
    MongoDatabase store() {
        return store;
    }

    /** The collections of one generation. */
    MongoDatabase generation(int number) {
        return named(prefix(number));
    }

    /** The collections whose names begin so. */
    MongoDatabase named(String prefix) {
        return view(name -> store.getCollection(prefix + name));
    }

    LaneHeads heads(int number) {
        return heads.computeIfAbsent(number, unread -> new LaneHeads(generation(unread), lanes));
    }

    /** The collections of whichever generation is read. */
    public MongoDatabase read() {
        return view(name -> collection(() -> store.getCollection(prefix(current()) + name)));
    }

    public LaneHeads headsRead() {
        return heads(current());
    }

    /** The one that whoever asks from now on reads. */
    int latest() {
        return current;
    }

    int current() {
        Integer own = pinned.get();
        return own == null ? current : own;
    }

    /** This thread goes on reading the generation that is read now. */
    public void pin() {
        pinned.set(current);
    }

    public void unpin() {
        pinned.remove();
    }

    /** All processes read another generation: this one at once, others when they look. */
    void switchTo(int number) {
        store.getCollection(GENERATIONS)
                .updateOne(
                        eq("_id", POINTER),
                        set("generation", number),
                        new UpdateOptions().upsert(true));
        current = number;
    }

    /** Looks whether another process switched. */
    void refresh() {
        Document pointer = store.getCollection(GENERATIONS).find(eq("_id", POINTER)).first();
        current = pointer == null ? FIRST : pointer.getInteger("generation");
    }

    void drop(int number) {
        heads.remove(number);
        drop(name -> number == FIRST ? isOfTheFirst(name) : name.startsWith(prefix(number)));
    }

    /** The first generation's collections bear no number. */
    private static boolean isOfTheFirst(String name) {
        return !OF_ANOTHER.matcher(name).lookingAt() && !BESIDE.contains(name);
    }

    /** {@code prefix} is not empty. */
    void drop(String prefix) {
        drop(name -> name.startsWith(prefix));
    }

    private void drop(Predicate<String> which) {
        for (String name : store.listCollectionNames()) {
            if (which.test(name)) {
                store.getCollection(name).drop();
            }
        }
    }

    private static String prefix(int number) {
        return number == FIRST ? "" : "g" + number + "-";
    }

    private MongoDatabase view(Function<String, MongoCollection<Document>> collections) {
        return proxy(
                MongoDatabase.class,
                (proxy, method, arguments) ->
                        method.getName().equals("getCollection") && arguments.length == 1
                                ? collections.apply((String) arguments[0])
                                : invoke(method, store, arguments));
    }

    @SuppressWarnings("unchecked") // a proxy stands for the raw interface
    private static MongoCollection<Document> collection(
            Supplier<MongoCollection<Document>> present) {
        return proxy(
                MongoCollection.class,
                (proxy, method, arguments) -> invoke(method, present.get(), arguments));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Method method, Object target, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}

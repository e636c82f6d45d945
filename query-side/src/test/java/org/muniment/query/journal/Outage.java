package org.muniment.query.journal;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that is away from a certain write on, as if the connection had been cut there. */
final class Outage {
    private final MongoDatabase store;
    private final AtomicInteger left;

    Outage(MongoDatabase store, int writes) {
        this.store = store;
        this.left = new AtomicInteger(writes);
    }

    MongoDatabase database() {
        return proxy(
                MongoDatabase.class,
                (proxy, method, arguments) -> {
                    Object result = invoke(method, store, arguments);
                    return result instanceof MongoCollection<?> collection
                            ? collection(collection)
                            : result;
                });
    }

    private MongoCollection<?> collection(MongoCollection<?> real) {
        return proxy(
                MongoCollection.class,
                (proxy, method, arguments) -> {
                    String name = method.getName();
                    boolean writes =
                            name.startsWith("update")
                                    || name.startsWith("replace")
                                    || name.startsWith("bulk");
                    if (writes && left.getAndDecrement() <= 0) {
                        throw new MongoTimeoutException("away");
                    }
                    return invoke(method, real, arguments);
                });
    }

    private static Object invoke(Method method, Object on, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

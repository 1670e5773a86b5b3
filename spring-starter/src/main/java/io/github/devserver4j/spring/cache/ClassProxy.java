package io.github.devserver4j.spring.cache;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Puts a proxy that has an object's class in the object's place, so that casts and injection by that class still work.
 *
 * <p>A final class stays as it is. The final methods of others can't be intercepted and are run on the proxy's own fields:
 * it gets those of the object if all of them are final as well, and else the object stays as it is, too.
 */
final class ClassProxy {

    private ClassProxy() {}

    /** The proxy, or the object itself where there can be none, or where it is such a proxy already. */
    static <T> T of(T target, MethodInterceptor advice) {
        if (isAdvisedBy(target, advice.getClass())) {
            return target;
        }
        if (Proxy.isProxyClass(target.getClass())) {
            return proxy(target, advice, false);
        }
        Class<?> type = ClassUtils.getUserClass(target); // another proxy's methods are final, too
        if (Modifier.isFinal(type.getModifiers())) {
            return target;
        }
        boolean seesFields = hasFinalMethod(type);
        if (seesFields && !hasOnlyFinalFields(type)) {
            return target;
        }
        T proxy = proxy(target, advice, true);
        if (seesFields) {
            ReflectionUtils.doWithFields(type, field -> copy(field, target, proxy), ClassProxy::isOfObject);
        }
        return proxy;
    }

    @SuppressWarnings("unchecked") // it has the target's class or interfaces
    private static <T> T proxy(T target, MethodInterceptor advice, boolean ofClass) {
        ProxyFactory factory = new ProxyFactory(target);
        factory.setProxyTargetClass(ofClass);
        factory.addAdvice(advice);
        return (T) factory.getProxy(target.getClass().getClassLoader());
    }

    private static boolean isAdvisedBy(Object object, Class<?> advice) {
        if (object instanceof Advised advised) {
            for (Advisor advisor : advised.getAdvisors()) {
                if (advisor.getAdvice().getClass() == advice) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasFinalMethod(Class<?> type) {
        for (Method method : type.getMethods()) {
            if (Modifier.isFinal(method.getModifiers())
                    && !Modifier.isStatic(method.getModifiers())
                    && method.getDeclaringClass() != Object.class) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasOnlyFinalFields(Class<?> type) {
        for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
            for (Field field : owner.getDeclaredFields()) {
                if (isOfObject(field) && !Modifier.isFinal(field.getModifiers())) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isOfObject(Field field) {
        return !Modifier.isStatic(field.getModifiers());
    }

    private static void copy(Field field, Object from, Object to) throws IllegalAccessException {
        field.setAccessible(true);
        field.set(to, field.get(from));
    }
}

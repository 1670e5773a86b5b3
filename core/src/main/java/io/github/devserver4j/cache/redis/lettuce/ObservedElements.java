package io.github.devserver4j.cache.redis.lettuce;

import io.github.devserver4j.cache.redis.RedisReplies;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.output.StreamingOutput;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Counts the elements of a reply that go to a reactive subscriber one by one and are kept nowhere. */
final class ObservedElements extends StreamingOutput.Subscriber<Object> {

    private final Meaning meaning;
    private final StreamingOutput.Subscriber<Object> subscriber;
    private final RedisReplies replies = Meaning.noReplies();

    private ObservedElements(Meaning meaning, StreamingOutput.Subscriber<Object> subscriber) {
        this.meaning = meaning;
        this.subscriber = subscriber;
    }

    /** Looks at the elements that come; null where they don't come one by one. */
    @SuppressWarnings("unchecked")
    static @Nullable ObservedElements of(Meaning meaning, @Nullable CommandOutput<?, ?, ?> output) {
        if (!(output instanceof StreamingOutput<?>)) {
            return null;
        }
        StreamingOutput<Object> streaming = (StreamingOutput<Object>) output;
        ObservedElements observed = new ObservedElements(meaning, streaming.getSubscriber());
        streaming.setSubscriber(observed);
        return observed;
    }

    /** What has been counted, all elements having come. */
    RedisReplies replies() {
        replies.endElements(meaning.command());
        return replies;
    }

    @Override
    public void onNext(Object element) {
        replies.addElement(meaning.command(), element);
        subscriber.onNext(element);
    }

    @Override
    public void onNext(Collection<Object> target, Object element) {
        replies.addElement(meaning.command(), element);
        subscriber.onNext(target, element);
    }
}

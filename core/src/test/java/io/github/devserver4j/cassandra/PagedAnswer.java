package io.github.devserver4j.cassandra;

import com.datastax.oss.protocol.internal.Frame;
import com.datastax.oss.protocol.internal.Message;
import com.datastax.oss.protocol.internal.ProtocolConstants;
import com.datastax.oss.protocol.internal.request.Query;
import com.datastax.oss.protocol.internal.response.Error;
import com.datastax.oss.protocol.internal.response.result.ColumnSpec;
import com.datastax.oss.protocol.internal.response.result.DefaultRows;
import com.datastax.oss.protocol.internal.response.result.RawType;
import com.datastax.oss.protocol.internal.response.result.RowsMetadata;
import com.datastax.oss.simulacron.common.cluster.AbstractNode;
import com.datastax.oss.simulacron.common.stubbing.Action;
import com.datastax.oss.simulacron.common.stubbing.MessageResponseAction;
import com.datastax.oss.simulacron.common.stubbing.StubMapping;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;

/** Answers one query in pages of two rows of one number, the last page with one; simulacron has no pages of its own. */
final class PagedAnswer extends StubMapping {

    static final String QUERY = "SELECT n FROM pages";

    private final int pages;
    private final int failingPage;

    /**
     * @param pages how many there are
     * @param failingPage the one that is answered with an error, from 0; -1 for none
     */
    PagedAnswer(int pages, int failingPage) {
        this.pages = pages;
        this.failingPage = failingPage;
    }

    @Override
    public boolean matches(Frame frame) {
        return frame.message instanceof Query query && query.query.equals(QUERY);
    }

    @Override
    @SuppressWarnings("rawtypes") // as it is overridden
    public List<Action> getActions(AbstractNode node, Frame frame) {
        ByteBuffer state = ((Query) frame.message).options.pagingState;
        int page = state == null ? 0 : state.duplicate().getInt();
        return List.of(new MessageResponseAction(page == failingPage ? failure() : page(page)));
    }

    private static Message failure() {
        return new Error(ProtocolConstants.ErrorCode.INVALID, "no more for you");
    }

    private Message page(int page) {
        boolean last = page == pages - 1;
        RawType number = Objects.requireNonNull(RawType.PRIMITIVES.get(ProtocolConstants.DataType.INT));
        ByteBuffer next = last ? null : number(page + 1);
        RowsMetadata metadata =
                new RowsMetadata(List.of(new ColumnSpec("ks", "pages", "n", 0, number)), next, new int[0], null);
        Queue<List<ByteBuffer>> rows = new ArrayDeque<>();
        rows.add(List.of(number(2 * page)));
        if (!last) {
            rows.add(List.of(number(2 * page + 1)));
        }
        return new DefaultRows(metadata, rows);
    }

    private static ByteBuffer number(int value) {
        return ByteBuffer.allocate(4).putInt(0, value);
    }
}

package nl.mtvp.plan.regioplan.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.plan.regioplan.domain.Comment;

/** Keeps what RHOs and insurers say about versions of regioplannen. */
@ApplicationScoped
public class CommentRepository implements PanacheRepositoryBase<CommentRow, UUID> {

    private static final Order<CommentRow> BY_ID = Order.by("id", Uuids::of, row -> row.id);

    public void add(UUID version, Comment comment, Actor actor) {
        persist(CommentRow.of(version, comment, actor));
    }

    /** In the order in which they were written. */
    public Page<Comment> list(UUID version, PageRequest asked) {
        var wanted = new Filters().and("versionId = :version", "version", version);
        return BY_ID.page(this, wanted, asked).map(row -> row.comment);
    }
}

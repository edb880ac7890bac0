package nl.mtvp.plan.regioplan.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.regioplan.domain.Comment;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Keeps what RHOs and insurers say about versions of regioplannen. */
@ApplicationScoped
public class CommentRepository {

    private final Sql sql;

    CommentRepository(Sql sql) {
        this.sql = sql;
    }

    public void add(UUID version, Comment comment) {
        sql.update(
                        """
                        insert into regioplan_comment (id, version_id, uzovi, subject, text, written_at, written_by)
                        values (:id, :version, :insurer, :subject, :text, :writtenAt, :writtenBy)
                        """)
                .bindMethods(comment)
                .bind("version", version)
                .bindByType("insurer", comment.uzovi(), Uzovi.class)
                .execute();
    }

    /** In the order in which they were written. */
    public List<Comment> of(UUID version, UUID after, int limit) {
        return sql.query(
                        """
                        select id, uzovi, subject, text, written_at, written_by from regioplan_comment
                        where version_id = :version and (cast(:after as uuid) is null or id > :after)
                        order by id limit :limit
                        """)
                .bind("version", version)
                .bind("after", after)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Comment.class))
                .list();
    }
}

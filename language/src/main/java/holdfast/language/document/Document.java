package holdfast.language.document;

import holdfast.language.model.Article;
import java.util.List;

/** A Markdown page that has been taken apart. */
public record Document(SourceText source, List<Article> articles, List<FormalBlock> blocks) {
    public Document {
        articles = List.copyOf(articles);
        blocks = List.copyOf(blocks);
    }
}

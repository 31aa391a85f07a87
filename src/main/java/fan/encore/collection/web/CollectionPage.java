package fan.encore.collection.web;

import fan.encore.collection.BookEntry;
import fan.encore.collection.BookRow;
import fan.encore.collection.Books;
import fan.encore.collection.Collections;
import fan.encore.collection.OwnedItem;
import fan.encore.collection.Rarity;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** What a fan owns, all of it or one rarity, and the books of her artists. */
@Named
@RequestScoped
public class CollectionPage {

  @Inject private Collections collections;
  @Inject private Books shelf;
  @Inject private Caller caller;

  private Rarity rarity;
  private String artist;
  private List<OwnedItem> all;
  private List<BookRow> books;
  private List<BookEntry> entries = List.of();

  /** Reads, and takes the marks off what is new on this page: next time it has been seen. */
  public void load() {
    all = collections.of(caller.id());
    books = shelf.of(caller.id());
    if (artist != null) {
      entries = shelf.entries(caller.id(), artist);
    }
    List<Long> fresh =
        artist == null
            ? getItems().stream().filter(OwnedItem::isNew).map(one -> one.item().id()).toList()
            : getEntries().stream().filter(BookEntry::isNew).map(one -> one.item().id()).toList();
    if (!fresh.isEmpty()) {
      collections.seen(caller.id(), fresh);
    }
  }

  public List<OwnedItem> getItems() {
    return all.stream().filter(owned -> rarity == null || owned.item().rarity() == rarity).toList();
  }

  /** The places of the chosen artist's book; empty when none is chosen. */
  public List<BookEntry> getEntries() {
    return entries.stream()
        .filter(entry -> rarity == null || entry.item().rarity() == rarity)
        .toList();
  }

  public List<BookRow> getBooks() {
    return books;
  }

  /** The chosen artist's book, or null. */
  public BookRow getBook() {
    return books.stream().filter(book -> book.artistCode().equals(artist)).findFirst().orElse(null);
  }

  /** All copies of all items. */
  public int getCopies() {
    return all.stream().mapToInt(OwnedItem::copies).sum();
  }

  public int getDifferent() {
    return all.size();
  }

  /** How many different items of a rarity she owns, of the chosen artist or of all. */
  public long different(Rarity wanted) {
    return artist == null
        ? all.stream().filter(owned -> owned.item().rarity() == wanted).count()
        : entries.stream()
            .filter(entry -> entry.owned() && entry.item().rarity() == wanted)
            .count();
  }

  /** The rarities to choose from, rarest first. */
  public List<Rarity> getRarities() {
    return Stream.of(Rarity.SSR, Rarity.SR, Rarity.R, Rarity.N).toList();
  }

  /** The address of this page for another rarity. */
  public String at(Rarity wanted) {
    String query =
        (artist == null ? "" : "&artist=" + artist) + (wanted == null ? "" : "&rarity=" + wanted);
    return "/my/collection" + (query.isEmpty() ? "" : "?" + query.substring(1));
  }

  /** The chosen rarity, or null for all. */
  public Rarity getRarity() {
    return rarity;
  }

  public void setRarity(Rarity rarity) {
    this.rarity = rarity;
  }

  /** Code of the artist whose book is open, or null. */
  public String getArtist() {
    return artist;
  }

  public void setArtist(String artist) {
    this.artist = artist;
  }
}

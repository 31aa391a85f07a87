package fan.encore.fairness.web;

import fan.encore.fairness.Checkpoint;
import fan.encore.fairness.Leaf;
import fan.encore.fairness.MerkleTree;
import fan.encore.fairness.NotInLog;
import fan.encore.fairness.Transparency;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** {@code /fairness/leaf}: one leaf and its path to the newest root. */
@Named
@RequestScoped
public class LeafPage {

  @Inject private Transparency log;

  private String place;
  private long index;
  private Leaf leaf;
  private Checkpoint checkpoint;
  private List<byte[]> path;

  public void load() {
    if (place == null || !place.matches("[0-9]{1,15}")) {
      throw new NotInLog();
    }
    index = Long.parseLong(place);
    leaf = log.leaves(index, 1).stream().findFirst().orElseThrow(NotInLog::new);
    checkpoint = log.latest().orElseThrow(NotInLog::new);
    path = log.inclusion(index, checkpoint.size());
  }

  /** What the address says. */
  public String getPlace() {
    return place;
  }

  public void setPlace(String place) {
    this.place = place;
  }

  public long getIndex() {
    return index;
  }

  public Leaf getLeaf() {
    return leaf;
  }

  public Checkpoint getCheckpoint() {
    return checkpoint;
  }

  /** The leaf's hash in base 64. */
  public String getHash() {
    return Base64.getEncoder().encodeToString(hash());
  }

  /** Hashes that lead to the root, in base 64. */
  public List<String> getPath() {
    return path.stream().map(Base64.getEncoder()::encodeToString).toList();
  }

  /** Whether they do lead there. */
  public boolean isIncluded() {
    return MerkleTree.includes(hash(), index, checkpoint.size(), path, checkpoint.root());
  }

  private byte[] hash() {
    return MerkleTree.leaf(leaf.body().getBytes(StandardCharsets.UTF_8));
  }
}

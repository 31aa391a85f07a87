package fan.encore.app.demo;

import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.event.QuestionDraft;
import fan.encore.event.QuestionKind;
import fan.encore.event.Questions;
import fan.encore.event.QuotaDraft;
import fan.encore.event.Quotas;
import fan.encore.event.StudioEvents;
import fan.encore.promo.PromoDraft;
import fan.encore.promo.PromoKind;
import fan.encore.promo.StudioPromoCodes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** A quota, promo codes, a question and a team for an event of the demonstration. */
@ApplicationScoped
public class DemoTerms {

  private static final int PERCENT = 10;
  private static final int USES = 100;
  private static final int GUESTS = 5;

  @Inject private StudioEvents studio;
  @Inject private Quotas quotas;
  @Inject private StudioPromoCodes promos;
  @Inject private Questions questions;
  @Inject private DemoTeam team;

  /** The hall is one for all types, and who was there before pays less. */
  public void set(long organizer, String slug) {
    List<TypeDetail> types = studio.detail(organizer, slug).types();
    int seats = types.stream().mapToInt(TypeDetail::capacity).sum();
    quotas.add(
        organizer,
        slug,
        new QuotaDraft("Hall", seats, types.stream().map(TypeDetail::code).toList()));
    promoCodes(organizer, slug);
    questions.add(
        organizer,
        slug,
        new QuestionDraft(
            "How did you hear of this evening?",
            QuestionKind.CHOICE,
            List.of("From a friend", "On Encore", "Elsewhere"),
            false,
            null,
            false));
    team.join(slug);
  }

  private void promoCodes(long organizer, String slug) {
    PromoDraft welcome =
        new PromoDraft(
            "WELCOME10",
            PromoKind.PERCENT,
            PERCENT,
            null,
            false,
            List.of(),
            USES,
            1,
            null,
            null,
            null);
    promos.add(organizer, slug, welcome);
    PromoDraft guests =
        new PromoDraft(
            "GUEST", PromoKind.PERCENT, 100, null, false, List.of(), 1, null, null, null, null);
    promos.generate(organizer, slug, guests, GUESTS);
  }
}

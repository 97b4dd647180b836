"""Dossier: everything the airlock reads to release one dialogue's brief. The workspace puts it together."""

from __future__ import annotations

import msgspec

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.followup import Action, BriefPlan, Incident
from fieldkit.model.insight import Insight
from fieldkit.model.partner import Agreement, Partner
from fieldkit.model.session import ParticipantGroup, Session
from fieldkit.model.supply import Company, Site, Supplier


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """The records of one dialogue."""

    dialogue: Dialogue
    supplier: Supplier
    company: Company | None = None
    partners: tuple[Partner, ...] = ()  # of this dialogue
    agreements: tuple[Agreement, ...] = ()  # with these partners
    sessions: tuple[Session, ...] = ()
    insights: tuple[Insight, ...] = ()
    plan: BriefPlan | None = None
    actions: tuple[Action, ...] = ()
    incidents: tuple[Incident, ...] = ()

    @property
    def site(self) -> Site | None:
        """Return the site the dialogue is about, if one is named."""
        return self.supplier.site(self.dialogue.site_code) if self.dialogue.site_code else None

    @property
    def frozen_by(self) -> tuple[Incident, ...]:
        """Return the incidents that let nothing leave (XR-1)."""
        return tuple(incident for incident in self.incidents if incident.freezes)

    def sessions_behind(self, insight: Insight, /) -> tuple[Session, ...]:
        """Return the sessions whose groups stand behind an insight."""
        codes = {group_id.rpartition("/")[0] for group_id in insight.group_ids}
        return tuple(session for session in self.sessions if session.code in codes)

    def groups_behind(self, insight: Insight, /) -> dict[str, ParticipantGroup | None]:
        """Return the groups behind an insight by their id; None where no such group is recorded."""
        known = {
            f"{session.code}/{group.label}": group for session in self.sessions for group in session.groups
        }
        return {group_id: known.get(group_id) for group_id in insight.group_ids}

    def people_behind(self, insight: Insight, /) -> int:
        """Return how many people stand behind a statement: never more than were there when it was said."""
        return min(insight.people_behind or 0, self._present(insight))

    def answers_behind(self, insight: Insight, /) -> int:
        """Return how many people answered a survey: never more than were there when it was held."""
        return min(insight.survey_answers or 0, self._present(insight))

    def _present(self, insight: Insight) -> int:
        held = {session.code for session in self.sessions if session.status == "held"}
        return sum(
            group.headcount_present or 0
            for group_id, group in self.groups_behind(insight).items()
            if group and group_id.rpartition("/")[0] in held
        )

    def partners_behind(self, insight: Insight, /) -> tuple[Partner, ...]:
        """Return the partners through whom an insight came: first who invited, then who led a talk.

        Where no session says who invited, all of the dialogue.
        """
        sessions = self.sessions_behind(insight)
        inviting = [session.partner_code for session in sessions]
        if None in inviting or not inviting:
            return self.partners
        leading = [each.organisation_code for session in sessions for each in session.facilitators]
        codes = dict.fromkeys([*inviting, *leading])
        return tuple(partner for code in codes for partner in self.partners if partner.code == code)


def offered(insight: Insight, /) -> bool:
    """Return whether an insight is meant for the supplier and approved."""
    return insight.use_route in ("supplier", "both") and insight.status == "approved"

"""Every address of the site with its door. An address without a row fails the test: write one here.

Whom a row admits follows from its door; what its values point at lies in `World`. Addresses of the admin's
own pages (list, add, change, delete, history) need no row: their door follows from the ModelAdmin.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.admin.sites import site
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import translation

from ambassadors import links as candidate_links
from ambassadors.models import (
    ApartPair,
    Appointment,
    AppointmentRound,
    CeremonyItem,
    CeremonyPhoto,
    ClubTask,
    ContactMoment,
    Guest,
    Nomination,
    Pause,
    PauseRequest,
    Pearl,
    Person,
    PlaqueProof,
    Scenario,
    Term,
)
from events import lead_links
from events import links as podium_links
from events.actions import newsletters
from events.models import (
    BusinessCard,
    ChaseStep,
    Contribution,
    Lead,
    LeadCheckIn,
    Newsletter,
    Offer,
    Podium,
    PodiumFile,
    PodiumRequest,
    Subscription,
)
from knowledgebank.models import (
    Collection,
    FilledForm,
    FormGroup,
    Scan,
    Story,
    StoryVersion,
    Theme,
    Tool,
)
from network.admin.base import NetworkModelAdmin
from network.models import Company, FanContact, FanOrganisation, Message, Report
from tests.site.doors import Door, Row
from tests.site.values import (
    as_csv,
    by_link,
    fan_token,
    file_token,
    guest_token,
    in_round,
    last_part,
    mail_token,
    nothing_there,
    of_candidate,
    of_card,
    outcome_token,
    pk_of,
    result_of,
    slug_of,
    story_token,
    text_in_round,
    year_of,
)
from tests.site.world import lead_token, sign_in_link

EVERYBODY, SIGNED_IN, PERSON, AMBASSADOR = Door.EVERYBODY, Door.SIGNED_IN, Door.PERSON, Door.AMBASSADOR
RUNS, LEADER = Door.RUNS, Door.LEADER

ROWS: dict[str, Row] = {
    # --- Public
    "home": Row(EVERYBODY),
    "figures": Row(EVERYBODY),
    "agenda": Row(EVERYBODY),
    "agenda_feed": Row(EVERYBODY),
    "event": Row(EVERYBODY, pk_of(PodiumFile)),
    "event_calendar": Row(EVERYBODY, pk_of(PodiumFile)),
    "ask": Row(EVERYBODY),
    "ask_done": Row(EVERYBODY),
    "scan": Row(EVERYBODY, slug_of(Scan)),
    "scan_question": Row(EVERYBODY, slug_of(Scan)),
    "scan_whole": Row(EVERYBODY, slug_of(Scan)),
    "scan_result": Row(EVERYBODY, result_of, secret=True),
    "scan_paper": Row(EVERYBODY, result_of, secret=True),
    "about": Row(EVERYBODY),
    "accessibility": Row(EVERYBODY),
    "privacy": Row(EVERYBODY),
    "page": Row(EVERYBODY, lambda place, world: {"slug": "eigen"}),
    "stories": Row(EVERYBODY),
    "story": Row(EVERYBODY, slug_of(Story)),
    "story_photo": Row(
        EVERYBODY,
        lambda place, world: {"slug": place[Story].slug, "version": "x", "width": 480, "encoding": "jpg"},
        missing=True,
    ),
    "knowledge": Row(EVERYBODY),
    "facts": Row(EVERYBODY),
    "links": Row(EVERYBODY),
    "knowledge_theme": Row(EVERYBODY, slug_of(Theme)),
    "collection": Row(EVERYBODY, slug_of(Collection)),
    "tool": Row(EVERYBODY, slug_of(Tool)),
    "tool_guide": Row(EVERYBODY, slug_of(Tool)),
    "tool_card_pdf": Row(EVERYBODY, lambda place, world: {"slug": "er-is-geen"}, missing=True),
    "tool_sheet_pdf": Row(EVERYBODY, lambda place, world: {"slug": "er-is-geen"}, missing=True),
    "tool_remark": Row(EVERYBODY, slug_of(Tool)),
    "tool_remark_done": Row(EVERYBODY, slug_of(Tool)),
    "form_group_new": Row(EVERYBODY, slug_of(Tool)),
    "form_group": by_link(lambda place: place[FormGroup].view_token),
    "form_group_end": by_link(lambda place: place[FormGroup].view_token),
    "fill_in": by_link(lambda place: place[FormGroup].fill_token),
    "filled_form": by_link(lambda place: place[FilledForm].token),
    "tool_download": Row(
        EVERYBODY, lambda place, world: {"slug": place[Tool].slug, "pk": 999_999}, missing=True
    ),
    "stories_feed": Row(EVERYBODY),
    "newsletters": Row(EVERYBODY),
    "newsletter_asked": Row(EVERYBODY),
    "newsletter_confirm": by_link(lambda place: newsletters.token(place[Subscription])),
    "newsletter": Row(EVERYBODY, pk_of(Newsletter)),
    "admin:newsletter_begin": Row(RUNS, post_only=True),
    "admin:newsletter_send": Row(RUNS, pk_of(Newsletter)),
    "embed_how": Row(EVERYBODY),
    "embed_agenda": Row(EVERYBODY),
    "embed_person": Row(EVERYBODY, slug_of(Person)),
    "share_picture": Row(EVERYBODY, lambda place, world: {"kind": "story", "key": place[Story].slug}),
    "search": Row(EVERYBODY, query="?q=Iemand"),
    "search_suggest": Row(EVERYBODY, query="?q=ie"),
    "fans": Row(EVERYBODY),
    "contact": Row(EVERYBODY),
    "contact_done": Row(EVERYBODY),
    "sitemap": Row(EVERYBODY),
    "people": Row(EVERYBODY, lambda place, world: {"words": world.here.network.people_slug}),
    "person": Row(
        EVERYBODY,
        lambda place, world: {"words": world.here.network.people_slug, "slug": place[Person].slug},
    ),
    "plaque_check": Row(EVERYBODY, lambda place, world: {"public_id": place[Appointment].public_id}),
    "portrait": Row(
        EVERYBODY,
        lambda place, world: {"slug": place[Person].slug, "version": "x", "width": 240, "encoding": "jpg"},
        missing=True,
    ),
    "story_by_link": by_link(story_token),
    "story_photo_by_link": by_link(story_token, missing=True),
    "theme": Row(EVERYBODY, lambda place, world: {"digest": "0"}),
    "icon": Row(EVERYBODY),
    "logo": Row(EVERYBODY, missing=True),
    "robots": Row(EVERYBODY),
    "security": Row(EVERYBODY),
    "style": Row(EVERYBODY, missing=True),  # shown in development only
    "style_part": Row(EVERYBODY, lambda place, world: {"part": "mijn"}, missing=True),
    "healthz": Row(EVERYBODY),
    "readyz": Row(EVERYBODY),
    "nominate": Row(EVERYBODY),
    "nominate_done": Row(EVERYBODY),
    "apply": Row(EVERYBODY),
    # --- The address is the key
    "fan_nominates": by_link(lambda place: last_part(candidate_links.fan_nominates_path(place[FanContact]))),
    "candidate": by_link(lambda place: last_part(candidate_links.candidate_path(place[Nomination]))),
    "ceremony_guest": by_link(guest_token),
    "ceremony_calendar": by_link(guest_token),
    "plaque_proof": by_link(lambda place: last_part(candidate_links.proof_path(place[PlaqueProof]))),
    "invitation": by_link(lambda place: last_part(candidate_links.invitation_path(place[Nomination]))),
    "consents_by_link": by_link(lambda place: last_part(candidate_links.consents_path(place[Person]))),
    "my_calendar": by_link(lambda place: place[Person].calendar_token),
    "my_outcome_by_link": by_link(outcome_token),
    "my_not_now_by_link": by_link(lambda place: last_part(podium_links.not_now_url(place[Person]))),
    "request_by_link": by_link(lambda place: last_part(podium_links.request_url(place[PodiumRequest]))),
    "offer_by_link": by_link(lambda place: last_part(podium_links.offer_url(place[Offer]))),
    "fan_page": by_link(fan_token),
    "fan_offer": by_link(fan_token),
    "fan_outcome": Row(
        EVERYBODY, lambda place, world: {"token": fan_token(place), "pk": place[Podium].pk}, secret=True
    ),
    "fan_colleague": by_link(fan_token),
    "file_by_link": by_link(file_token),
    "host_outcome": by_link(file_token),
    "mail_preferences_by_link": by_link(mail_token),
    "mail_stop": by_link(mail_token),
    "sign_in_link": Row(EVERYBODY, lambda place, world: {"link": sign_in_link(place)}, secret=True),
    # --- Account
    "account_login": Row(EVERYBODY),
    "sign_in_code": Row(Door.GUARD),
    "account_logout": Row(EVERYBODY),
    "account_inactive": Row(Door.GUARD),
    "set_language": Row(Door.GUARD),
    "mfa_login_webauthn": Row(Door.GUARD),
    "mfa_authenticate": Row(Door.GUARD),
    "account": Row(SIGNED_IN),
    "second_factor": Row(SIGNED_IN),
    "end_other_sessions": Row(SIGNED_IN),
    "end_session": Row(SIGNED_IN, nothing_there, missing=True),
    "mfa_index": Row(SIGNED_IN),
    "mfa_reauthenticate": Row(Door.GUARD),
    "mfa_activate_totp": Row(SIGNED_IN),
    "mfa_deactivate_totp": Row(SIGNED_IN, missing=True),
    "mfa_view_recovery_codes": Row(SIGNED_IN, missing=True),
    "mfa_generate_recovery_codes": Row(SIGNED_IN),
    "mfa_download_recovery_codes": Row(SIGNED_IN, missing=True),
    "mfa_list_webauthn": Row(SIGNED_IN),
    "mfa_add_webauthn": Row(SIGNED_IN),
    "mfa_reauthenticate_webauthn": Row(Door.GUARD),
    "mfa_remove_webauthn": Row(SIGNED_IN, nothing_there, missing=True),
    "mfa_edit_webauthn": Row(SIGNED_IN, nothing_there, missing=True),
    "mail_preferences": Row(SIGNED_IN),
    "assessments": Row(SIGNED_IN),
    # Whoever was not asked meets a 404; what an assessor may see is in tests/ambassadors/test_assessing.py.
    "assessment": Row(SIGNED_IN, nothing_there, missing=True),
    # --- Mijn
    "my_nominate": Row(Door.NOMINATES),
    "my_home": Row(PERSON),
    "my_years": Row(PERSON),
    "my_contribution_new": Row(PERSON),
    "my_contribution_remove": Row(PERSON, pk_of(Contribution), own=True),
    "my_page": Row(PERSON),
    "my_profile": Row(PERSON),
    "my_preview": Row(PERSON),
    "my_portrait": Row(PERSON, missing=True),
    "my_company": Row(PERSON),
    "my_publication": Row(PERSON),
    "my_consents": Row(PERSON),
    "my_stories": Row(PERSON),
    "my_story_new": Row(PERSON),
    "my_story": Row(PERSON, pk_of(Story), own=True),
    "my_story_preview": Row(PERSON, pk_of(Story), own=True),
    "my_story_approve": Row(PERSON, pk_of(Story), own=True),
    "my_story_next": Row(PERSON, pk_of(Story), own=True),
    "my_story_discard": Row(PERSON, pk_of(Story), own=True),
    "my_story_withdraw": Row(PERSON, pk_of(Story), own=True),
    "my_calendar_link": Row(PERSON),
    "my_calendar_renew": Row(PERSON),
    "my_calendar_stop": Row(PERSON),
    "my_plaques": Row(PERSON),
    "my_parting": Row(AMBASSADOR, missing=True),
    "my_expectations": Row(Door.NOMINATES),
    "my_tasks": Row(Door.NOMINATES),
    "my_task_take": Row(Door.NOMINATES, pk_of(ClubTask), post_only=True),
    "my_task_back": Row(Door.NOMINATES, pk_of(ClubTask), post_only=True),
    "my_task_done": Row(Door.NOMINATES, pk_of(ClubTask), post_only=True),
    "my_reached": Row(PERSON),
    "my_year_card": Row(PERSON, lambda place, world: {"year": 2001}, missing=True),
    "my_year_picture": Row(PERSON, lambda place, world: {"year": 2001}, missing=True),
    "my_ceremony_photo": Row(PERSON, pk_of(CeremonyPhoto), missing=True),
    "my_plaque_file": Row(PERSON, nothing_there, missing=True),
    "my_motives": Row(PERSON),
    "my_motives_form": Row(AMBASSADOR),
    "my_motives_back": Row(PERSON, post_only=True),
    "my_declaration": Row(PERSON),
    "my_declaration_withdraw": Row(PERSON, post_only=True),
    "my_data": Row(PERSON),
    "my_data_download": Row(PERSON),
    "my_pause": Row(AMBASSADOR),
    "my_pause_withdraw": Row(AMBASSADOR),
    "my_log_podium": Row(AMBASSADOR),
    "my_draft_save": Row(AMBASSADOR),
    "my_draft_discard": Row(AMBASSADOR),
    "my_draft_photo": Row(AMBASSADOR, missing=True),
    "my_requests": Row(AMBASSADOR),
    "my_want_request": Row(AMBASSADOR, pk_of(PodiumRequest)),
    "my_offer": Row(AMBASSADOR, pk_of(Offer), own=True),
    "my_file": Row(PERSON, pk_of(PodiumFile), own=True),
    "my_drop_idea": Row(AMBASSADOR, nothing_there, missing=True),
    "my_podium_edit": Row(PERSON, pk_of(Podium), own=True),
    "my_podium_done": Row(PERSON, pk_of(Podium), own=True),
    "my_podium_cancel": Row(PERSON, pk_of(Podium), own=True),
    "my_podium_restore": Row(PERSON, pk_of(Podium), own=True),
    "my_kit": Row(PERSON, pk_of(Podium), own=True),
    "my_kit_archive": Row(PERSON, nothing_there, missing=True),
    "my_story_from_podium": Row(PERSON, pk_of(Podium), own=True),
    "my_podium_photo": Row(PERSON, pk_of(Podium), own=True, missing=True),
    "my_outcome": Row(PERSON, pk_of(Podium), own=True),
    "report": Row(Door.READS),
    "report_file": Row(Door.READS, lambda place, world: {"form": "xlsx"}),
    "report_rows": Row(Door.READS, lambda place, world: {"figure": "podia"}),
    "report_frozen": Row(Door.READS, pk_of(Report)),
    "report_frozen_file": Row(Door.READS, lambda place, world: {"pk": place[Report].pk, "form": "xlsx"}),
    "report_frozen_rows": Row(Door.READS, lambda place, world: {"pk": place[Report].pk, "figure": "podia"}),
    # --- Business cards and leads
    "card": Row(EVERYBODY, of_card),
    "card_thanks": Row(EVERYBODY, of_card),
    "card_here": Row(EVERYBODY, of_card),
    "card_feedback": Row(EVERYBODY, of_card),
    "card_style": Row(EVERYBODY, lambda place, world: {"digest": "0"}),
    "lead_confirm": by_link(lambda place: lead_token(place.network)),
    "lead_own": by_link(lambda place: last_part(lead_links.own_url(place[LeadCheckIn].lead))),
    "lead_check_in": by_link(lambda place: last_part(lead_links.check_in_url(place[LeadCheckIn]))),
    "my_card": Row(AMBASSADOR),
    "my_card_podium": Row(AMBASSADOR, pk_of(Podium), own=True, post_only=True),
    "my_card_pdf": Row(AMBASSADOR, of_card, own=True),
    "my_card_slide": Row(AMBASSADOR, of_card, own=True),
    "my_card_screen": Row(AMBASSADOR, of_card, own=True),
    "my_leads": Row(AMBASSADOR),
    "admin:lead_board": Row(RUNS),
    "admin:lead_move": Row(RUNS, pk_of(Lead), post_only=True),
    "admin:lead_do": Row(
        RUNS, lambda place, world: {"pk": place[Lead].pk, "verb": "notitie"}, post_only=True
    ),
    "admin:events_lead_export": Row(RUNS, as_csv),
    "admin:referral_readiness": Row(RUNS),
    "admin:cards_for_everybody": Row(RUNS, post_only=True),
    "admin:card_pdf": Row(RUNS, pk_of(BusinessCard)),
    "admin:card_slide": Row(RUNS, pk_of(BusinessCard)),
    "admin:card_let_through": Row(RUNS, pk_of(BusinessCard), post_only=True),
    "admin:network_company_export": Row(RUNS, as_csv),
    "admin:companies_alike": Row(RUNS),
    "admin:company_merge": Row(
        RUNS, lambda place, world: {"pk": place[Company].pk, "other": place[Company].pk}
    ),
    # --- The admin's process pages
    "admin:index": Row(RUNS),
    "admin:login": Row(Door.GUARD),
    "admin:logout": Row(Door.GUARD),
    "admin:autocomplete": Row(RUNS, query="?term=&app_label=events&model_name=podium&field_name=ambassadors"),
    "admin:jsi18n": Row(RUNS),
    "admin:search": Row(RUNS, query="?q=Iemand"),
    "admin:app_list": Row(RUNS, lambda place, world: {"app_label": "network"}),
    "admin:network_messagetext_text": Row(RUNS, lambda place, world: {"kind": "thanks", "language": "nl"}),
    "admin:network_messagetext_variant": Row(
        RUNS, lambda place, world: {"kind": "thanks", "language": "nl", "variant": "coach"}
    ),
    "admin:network_message_edit": Row(RUNS, pk_of(Message)),
    "admin:network_message_do": Row(
        RUNS, lambda place, world: {"pk": place[Message].pk, "verb": "hold"}, post_only=True
    ),
    "admin:report_write": Row(RUNS, pk_of(Report)),
    "admin:fan_contact": Row(RUNS, pk_of(FanOrganisation)),
    "admin:network_fanorganisation_export": Row(RUNS, as_csv),
    "admin:ambassadors_contactmoment_export": Row(RUNS, as_csv),
    "admin:ambassadors_person_export": Row(RUNS, as_csv),
    "admin:events_podium_export": Row(RUNS, as_csv),
    "admin:round": Row(RUNS, year_of),
    "admin:round_edit": Row(RUNS, year_of),
    "admin:round_choose": Row(RUNS, year_of),
    "admin:round_appoint": Row(RUNS, year_of),
    "admin:round_progress": Row(RUNS, year_of),
    "admin:round_remake": Row(RUNS, year_of),
    "admin:round_file": Row(
        RUNS, lambda place, world: {"year": place[AppointmentRound].year, "pk": 999_999}, missing=True
    ),
    "admin:round_correct": Row(
        RUNS,
        in_round(Appointment),
    ),
    "admin:composition_what_if": Row(RUNS, query="?people=1"),
    "admin:composition_brief": Row(RUNS),
    "admin:composition_compare": Row(RUNS),
    "admin:composition_keep": Row(RUNS, post_only=True),
    "admin:composition_choose": Row(RUNS, post_only=True),
    "admin:composition_take_over": Row(RUNS, pk_of(Scenario), post_only=True),
    "admin:composition_drop": Row(RUNS, pk_of(Scenario), post_only=True),
    "admin:composition_audience": Row(RUNS, lambda place, world: {"trait": "sector"}),
    "admin:personal_traits_rules": Row(LEADER),
    "admin:personal_traits_count": Row(LEADER, lambda place, world: {"trait": "age"}, post_only=True),
    "admin:round_board": Row(RUNS, year_of),
    "admin:round_move": Row(RUNS, of_candidate),
    "admin:round_settle": Row(RUNS, year_of),
    "admin:round_assessors": Row(RUNS, year_of),
    "admin:round_invite": Row(RUNS, year_of),
    "admin:round_take_in": Row(RUNS, year_of),
    "admin:round_renewals": Row(RUNS, year_of),
    "admin:term_parting": Row(RUNS, pk_of(Term)),
    "admin:round_ceremony": Row(RUNS, year_of),
    "admin:round_item_add": Row(RUNS, year_of),
    "admin:round_item": Row(RUNS, in_round(CeremonyItem)),
    "admin:round_call_off": Row(RUNS, year_of),
    "admin:round_guests": Row(RUNS, year_of),
    "admin:round_guests_invite": Row(RUNS, year_of),
    "admin:round_guests_remind": Row(RUNS, year_of),
    "admin:round_guest_note": Row(RUNS, in_round(Guest)),
    "admin:round_guest_off": Row(RUNS, in_round(Guest)),
    "admin:round_proofs": Row(RUNS, year_of),
    "admin:round_proof": Row(RUNS, in_round(PlaqueProof)),
    "admin:round_buddies": Row(RUNS, year_of),
    "admin:round_texts": Row(RUNS, year_of),
    "admin:round_text": Row(RUNS, text_in_round),
    "admin:round_person_text": Row(
        RUNS, lambda place, world: {**text_in_round(place, world), "pk": place[Appointment].person_id}
    ),
    "admin:round_photos": Row(RUNS, year_of),
    "admin:round_photo": Row(RUNS, in_round(CeremonyPhoto), missing=True),
    "admin:round_photo_off": Row(RUNS, in_round(CeremonyPhoto)),
    "admin:candidate_add": Row(RUNS),
    "admin:candidate_doubles": Row(RUNS),
    "admin:candidate_side_by_side": Row(
        RUNS,
        lambda place, world: {"first": place[Person].pk, "second": place[ApartPair].second_id},
    ),
    "admin:candidate": Row(RUNS, pk_of(Nomination)),
    "admin:candidate_judge": Row(RUNS, pk_of(Nomination)),
    "admin:candidate_assessors": Row(RUNS, pk_of(Nomination)),
    "admin:candidate_do": Row(RUNS, pk_of(Nomination)),
    "admin:candidate_take_back": Row(RUNS, pk_of(Nomination)),
    "admin:pearl": Row(RUNS, pk_of(Pearl)),
    "admin:consent_words": Row(RUNS, lambda place, world: {"purpose": "charter"}),
    "admin:story_version": Row(RUNS, pk_of(StoryVersion)),
    "admin:story_version_preview": Row(RUNS, pk_of(StoryVersion)),
    "admin:scan_sums": Row(RUNS, pk_of(Scan)),
    "admin:follow_up": Row(RUNS, pk_of(ContactMoment)),
    "admin:pause_request": Row(RUNS, pk_of(PauseRequest)),
    "admin:chase_preview": Row(RUNS),
    "admin:chase_mail": Row(RUNS, lambda place, world: {"person": place[Person].pk}),
    "admin:chase_task": Row(RUNS, pk_of(ChaseStep)),
    "admin:ambassadors_person_overview": Row(RUNS, pk_of(Person)),
    "admin:person_talk": Row(RUNS, pk_of(Person)),
    "admin:person_pause": Row(RUNS, pk_of(Person)),
    "admin:person_end_pause": Row(
        RUNS, lambda place, world: {"pk": place[Person].pk, "pause": place[Pause].pk}
    ),
    "admin:person_end_term": Row(RUNS, lambda place, world: {"pk": place[Person].pk, "term": place[Term].pk}),
    "admin:person_profile_type": Row(RUNS, pk_of(Person)),
    "admin:person_honorary": Row(RUNS, pk_of(Person)),
    "admin:erase_person": Row(LEADER, pk_of(Person)),
    "admin:erase_address": Row(LEADER, post_only=True),
    "admin:import_people": Row(RUNS),
    "admin:import_pauses": Row(RUNS),
    "admin:import_podia": Row(RUNS),
    "admin:podium_outcome": Row(RUNS, pk_of(Podium)),
    "admin:podium_file": Row(RUNS, pk_of(Podium)),
    "admin:podium_audience": Row(RUNS, pk_of(Podium)),
    "admin:request": Row(RUNS, pk_of(PodiumRequest)),
    "admin:request_do": Row(
        RUNS, lambda place, world: {"pk": place[PodiumRequest].pk, "verb": "oppakken"}, post_only=True
    ),
    "admin:fan_send_page": Row(RUNS, pk_of(FanContact), post_only=True),
    "admin:hand": Row(RUNS, pk_of(Podium)),
    "admin:offer": Row(RUNS, pk_of(Offer)),
    "admin:matching_weights": Row(RUNS),
}


@dataclass(frozen=True)
class Address:
    name: str  # as reverse() knows it; for the admin's nameless ones the pattern
    route: str


def addresses() -> list[Address]:
    """Every pattern there is, in Dutch."""
    with translation.override("nl"):
        return sorted(set(_walk(get_resolver().url_patterns)), key=lambda address: address.route)


def _walk(patterns: Any, prefix: str = "", space: str = "") -> Iterator[Address]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, route, inner)
        elif isinstance(pattern, URLPattern):
            yield Address(f"{space}{pattern.name}" if pattern.name else route, route)


def admin_rows() -> dict[str, Row]:
    """The standard pages of every ModelAdmin; whoever may not add or delete gets a 403 or 404."""
    rows: dict[str, Row] = {}
    for model, admin in site._registry.items():
        assert isinstance(admin, NetworkModelAdmin)
        door = LEADER if admin.leader_only else RUNS
        base = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        thing = pk_of(model, "object_id")
        rows[f"{base}_changelist"] = Row(door)
        rows[f"{base}_change"] = Row(door, thing)
        rows[f"{base}_history"] = Row(door, thing)
        rows[f"{base}_add"] = Row(door)
        rows[f"{base}_delete"] = Row(door, thing)
    return rows


def all_rows() -> dict[str, Row]:
    there = {address.name for address in addresses()}
    standard = {name: row for name, row in admin_rows().items() if name in there}
    return {**standard, **ROWS}


# Django's admin has two more kinds of patterns: old addresses that redirect, and versions of the history.
def needs_no_row(address: Address) -> bool:
    return address.name.endswith("_simple_history") or (
        address.route.startswith("beheer/") and address.name == address.route
    )

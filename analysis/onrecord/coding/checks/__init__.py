"""The checks of a case, one rule or one family of rules a file, all collected here."""

from __future__ import annotations

from itertools import chain

from onrecord.coding.checks import (
    article_is_dated_and_signed,
    attribution_fits_the_speaker,
    cells_are_no_formulas,
    chain_runs_from_publisher_to_speaker,
    events_rest_on_reports,
    evidence_commits_the_speaker,
    hedges_and_cues_fit,
    identities_and_dates_have_grounds,
    ids_are_unique,
    likelihood_and_confidence_stand_apart,
    one_stance_on_an_issue,
    parents_end_at_a_root,
    propositions_are_affirmative,
    quotes_are_verbatim,
    references_are_known,
    relations_say_who_asserts_them,
    repeats_are_not_counted,
    sentence_roles_fit_the_article,
    sentences_stand_in_the_text,
    spans_stand_in_their_sentence,
    strong_stances_are_unhedged,
    target_is_another_actor,
    tensions_link_two_items,
    text_is_the_coded_one,
    times_fit,
)
from onrecord.coding.checks.rule import Check
from onrecord.coding.reading import Coding
from onrecord.coding.storing.files import KNOWN
from onrecord.problems import Problem, ProblemsError

CHECKS: tuple[Check, ...] = (
    # the article and its sentences
    text_is_the_coded_one.text_is_the_coded_one,
    article_is_dated_and_signed.article_is_dated,
    article_is_dated_and_signed.credibility_is_earned,
    article_is_dated_and_signed.sign_off_holds,
    sentences_stand_in_the_text.sentences_stand_in_the_text,
    sentences_stand_in_the_text.ranges_run_forward,
    sentence_roles_fit_the_article.a_head_is_the_field_of_its_name,
    sentence_roles_fit_the_article.the_field_has_its_sentence,
    # every table
    ids_are_unique.ids_are_unique,
    references_are_known.references_are_known,
    references_are_known.what_was_not_read,
    spans_stand_in_their_sentence.spans_stand_in_their_sentence,
    spans_stand_in_their_sentence.a_signal_names_its_sentence,
    cells_are_no_formulas.cells_are_no_formulas,
    # actors, issues, dates
    parents_end_at_a_root.parents_end_at_a_root,
    identities_and_dates_have_grounds.a_wikidata_id_was_checked,
    identities_and_dates_have_grounds.a_resolved_date_says_how,
    identities_and_dates_have_grounds.dates_resolve,
    propositions_are_affirmative.propositions_are_affirmative,
    # statements
    attribution_fits_the_speaker.attributed_has_a_source_and_a_cue,
    attribution_fits_the_speaker.narrator_is_the_publisher_without_a_cue,
    attribution_fits_the_speaker.unspecified_names_no_holder,
    attribution_fits_the_speaker.a_shared_cue_is_the_same_source,
    attribution_fits_the_speaker.narrator_says_it_once,
    chain_runs_from_publisher_to_speaker.chain_runs_from_publisher_to_speaker,
    chain_runs_from_publisher_to_speaker.an_inferred_link_caps_confidence,
    repeats_are_not_counted.a_head_is_counted_unless_it_repeats,
    repeats_are_not_counted.the_body_is_counted,
    repeats_are_not_counted.what_is_repeated_stands_in_the_body,
    repeats_are_not_counted.datelines_and_captions_are_not_counted,
    quotes_are_verbatim.the_quote_fits_its_type,
    quotes_are_verbatim.the_quote_leaves_out_its_marks,
    quotes_are_verbatim.an_insertion_is_repeated,
    hedges_and_cues_fit.the_less_than_certain_is_hedged,
    hedges_and_cues_fit.the_certain_is_unhedged,
    hedges_and_cues_fit.the_narrator_stance_fits_the_cue,
    hedges_and_cues_fit.a_report_takes_no_line,
    target_is_another_actor.target_is_another_actor,
    target_is_another_actor.valence_fits_the_speech_act,
    times_fit.dated_has_a_date,
    times_fit.a_date_makes_it_dated,
    times_fit.a_repeat_has_the_time_of_what_it_repeats,
    # positions
    evidence_commits_the_speaker.a_position_has_evidence,
    evidence_commits_the_speaker.evidence_commits_the_speaker,
    evidence_commits_the_speaker.the_narrator_gives_the_position,
    evidence_commits_the_speaker.another_actor_gives_the_position,
    evidence_commits_the_speaker.an_inferred_position_says_why,
    strong_stances_are_unhedged.strong_stances_are_unhedged,
    strong_stances_are_unhedged.negated_evidence_rejects,
    one_stance_on_an_issue.the_publisher_holds_none,
    one_stance_on_an_issue.contradictory_is_nought,
    one_stance_on_an_issue.one_stance_on_an_issue,
    # events, relations, tensions, judgements
    events_rest_on_reports.a_confirmation_is_a_second_voice,
    events_rest_on_reports.reporters_are_all_the_speakers,
    events_rest_on_reports.a_plover_code_fits_kind_and_status,
    relations_say_who_asserts_them.the_basis_fits_who_asserts,
    relations_say_who_asserts_them.stated_rests_on_own_statements,
    relations_say_who_asserts_them.a_relation_ties_two_actors,
    relations_say_who_asserts_them.an_undirected_pair_is_in_order,
    tensions_link_two_items.tensions_link_two_items,
    tensions_link_two_items.the_items_are_two,
    tensions_link_two_items.a_reading_lets_both_hold,
    likelihood_and_confidence_stand_apart.no_text_speaks_of_likelihood,
    likelihood_and_confidence_stand_apart.only_a_judgement_has_a_likelihood,
    likelihood_and_confidence_stand_apart.a_reason_speaks_of_one_of_them,
    likelihood_and_confidence_stand_apart.a_likelihood_has_its_confidence,
    likelihood_and_confidence_stand_apart.a_bottom_line_rests_on_rows,
)
_FILES = {file: place for place, file in enumerate(KNOWN)}


def check(coding: Coding) -> list[Problem]:
    """Every problem of `coding`, those of reading too, each once, in the order of files and rows."""
    problems = chain(coding.problems, *(rule(coding) for rule in CHECKS))
    return sorted(dict.fromkeys(problems), key=lambda p: (_FILES[p.file], p.row or 0))


def sound(coding: Coding) -> list[Problem]:
    """The warnings of a `coding` without errors, in the order of files and rows; raises ProblemsError for any other."""
    problems = check(coding)
    if any(problem.level == "error" for problem in problems):
        raise ProblemsError(problems, case=coding.folder.name)
    return problems

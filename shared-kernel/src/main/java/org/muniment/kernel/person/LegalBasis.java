package org.muniment.kernel.person;

/**
 * Why a person is erased: the grounds of Article 17(1) of the UK GDPR. Point (f) is left out: a
 * committee's record offers no online services to children.
 */
public enum LegalBasis {
    /** (a): no longer necessary for what it was collected for. */
    NO_LONGER_NEEDED,
    /** (b): consent is withdrawn, and there is no other ground for keeping it. */
    CONSENT_WITHDRAWN,
    /** (c): the person objects, and nothing overrides that. */
    OBJECTION,
    /** (d): it was processed unlawfully. */
    UNLAWFUL,
    /** (e): the law asks for its erasure. */
    LEGAL_OBLIGATION,
    /** (g): it came of a malicious person's allegation, and no action is to follow. */
    MALICIOUS_ALLEGATION
}

package org.muniment.ops.http;

/** Bodies that are accepted, to be changed by tests. */
public final class Examples {
    public static final String PARTNERSHIP =
            """
            {"id": "pair", "name": "A pair of councils", "amberWithinPercent": "5",
             "councils": [{"code": "CBC", "name": "One"}, {"code": "SRBC", "name": "Other"}],
             "services": [{"code": "SAS", "name": "Assurance", "sections": ["Audit"]}]}""";

    public static final String PLAN =
            """
            {"id": "plan", "financialYear": "2026/27", "title": "Improvement plan"}""";

    private Examples() {}

    public static String kpi(String id) {
        return """
        {"id": "%s", "service": "SAS", "section": "Audit", "title": "Planned time used",
         "scope": "CBC", "lead": "DH", "unit": "PERCENT", "polarity": "HIGHER_IS_BETTER",
         "annualTarget": {"value": "90"}, "cadence": "MONTHLY"}"""
                .formatted(id);
    }

    public static String project(String id) {
        return """
        {"id": "%s", "service": "SAS", "section": "Audit", "title": "A project",
         "leads": ["GB"], "start": "2026-04", "finish": "2026-06"}"""
                .formatted(id);
    }

    public static String line(String id) {
        return """
        {"id": "%s", "category": "Salaries", "amount": "1.000", "kind": "BASE", "unit": "£m"}"""
                .formatted(id);
    }
}

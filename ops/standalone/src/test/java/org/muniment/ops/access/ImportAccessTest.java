package org.muniment.ops.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muniment.command.imports.ImportKind;
import org.muniment.kernel.access.Role;

class ImportAccessTest {
    @Test
    void everyKindIsListed() {
        assertThat(ImportAccess.COMMANDS.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ImportKind.values()).map(ImportKind::value).toList());
    }

    @Test
    void aFileNeedsTheRoleOfEveryCommandItHolds() {
        assertThat(ImportAccess.rolesOf("kpi-actuals"))
                .isEqualTo(EnumSet.of(Role.OFFICER, Role.HEAD_OF_SERVICE));
        assertThat(ImportAccess.rolesOf("budget-lines"))
                .isEqualTo(EnumSet.of(Role.FINANCE_OFFICER));
    }

    @Test
    void theRowOfImportsIsTheUnionOfItsKinds() {
        Set<Role> union = EnumSet.noneOf(Role.class);
        ImportAccess.COMMANDS.keySet().forEach(kind -> union.addAll(ImportAccess.rolesOf(kind)));

        assertThat(AccessTable.rolesOf(AccessTable.IMPORTS)).isEqualTo(union);
    }
}

package org.muniment.query.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrandTest {
    @Test
    void contrastIsThatOfTheGuidelines() {
        assertThat(Brand.contrastWithWhite("#000000")).isCloseTo(21, within(0.01));
        assertThat(Brand.contrastWithWhite("#ffffff")).isCloseTo(1, within(0.01));
        assertThat(Brand.contrastWithWhite("#767676")).isCloseTo(4.54, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#777777", "#ffdd00", "navy", "#1c4a5", "#1c4a5e; } body { }", ""})
    void aColourOnWhichWhiteCannotBeReadIsRefused(String colour) {
        assertThatThrownBy(() -> new Brand("Chorley", colour, ""))
                .hasMessageContaining("muniment.brand.colour");
    }

    @Test
    void theLogoIsAPictureThatIsThere(@TempDir Path folder) throws Exception {
        Path logo = Files.writeString(folder.resolve("council.svg"), "<svg/>");

        assertThat(new Brand("Chorley", "#1c4a5e", logo.toString()).logoType())
                .hasToString("image/svg+xml");
        assertThat(new Brand("Chorley", "#1c4a5e", "").logo().isReadable()).isTrue();
        for (String wrong : new String[] {"none.svg", "/etc/passwd", folder.toString()}) {
            assertThatThrownBy(() -> new Brand("Chorley", "#1c4a5e", wrong))
                    .hasMessageContaining("muniment.brand.logo");
        }
    }
}

package org.tripoint.node.desks.seizures.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.SeizureItem;
import org.tripoint.node.desks.seizures.SeizureItem.CountBasis;
import org.tripoint.node.desks.seizures.SeizureItem.ItemClass;
import org.tripoint.node.desks.seizures.SeizureItem.ItemForm;
import org.tripoint.node.desks.seizures.SeizureItem.SiteClass;
import org.tripoint.node.substances.ShippedSubstances;
import org.tripoint.node.testing.CsvText;
import org.tripoint.vocabulary.CountUnit;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.Place;

class SedenaSeizuresTest {

  private static final String HEADER =
      "Folio,Fecha,Entidad,Municipio,Concepto,Cantidad,Unidad,Presentación,Tipo de sitio,Base del"
          + " conteo,Detenidos,Zona militar\n";
  private static final String GOOD =
      "F-1,05/03/2024,Sinaloa,Culiacán,Pastillas de"
          + " fentanilo,\"12,500\",pastillas,,,asegurado,2,9/a.";

  private final SedenaSeizures format = new SedenaSeizures(new ShippedSubstances());

  private Reading read(String rows) {
    return Reading.of(format, CsvText.of(HEADER + rows + "\n"), "cuadro.csv");
  }

  @Test
  void readsTheRowsOfOneFolioAsOneEvent() {
    Seizure seizure =
        read(GOOD
                + "\nF-1,05/03/2024,SINALOA,,Tableteadora,1,piezas,,,asegurado,,"
                    .replace("SINALOA", "Sinaloa")
                + "\nF-1,05/03/2024,Sinaloa,,Laboratorio,1,sitio,,laboratorio"
                + " clandestino,inhabilitado,,")
            .content(Seizure.class);
    assertThat(seizure.place()).isEqualTo(Place.admin1("MX-SIN"));
    assertThat(seizure.date()).isEqualTo(PartialDate.parse("2024-03-05"));
    assertThat(seizure.detained().amount()).isEqualByComparingTo("2");
    assertThat(seizure.items())
        .extracting(SeizureItem::itemClass)
        .containsExactly(ItemClass.DRUG, ItemClass.EQUIPMENT, ItemClass.SITE);
    SeizureItem tablets = seizure.items().getFirst();
    assertThat(tablets.form()).isEqualTo(ItemForm.TABLET);
    assertThat(tablets.quantity().count().of()).isEqualTo(CountUnit.TABLET);
    assertThat(tablets.quantity().count().amount()).isEqualByComparingTo("12500");
    assertThat(tablets.quantity().reported().text()).isEqualTo("12,500");
    assertThat(seizure.items().get(1).form()).isEqualTo(ItemForm.PRESS);
    assertThat(seizure.items().get(2).siteClass()).isEqualTo(SiteClass.SYNTHESIS);
    assertThat(seizure.items().get(2).countBasis()).isEqualTo(CountBasis.DISABLED);
    assertThat(seizure.extras()).containsEntry("Municipio", "Culiacán");
  }

  @Test
  void keepsAWordThatNothingKnowsAsNoDrug() {
    Reading reading = read(GOOD.replace("Pastillas de fentanilo", "Polvo azul"));
    assertThat(reading.soft()).containsExactly("Concepto not-recognised");
    assertThat(reading.content(Seizure.class).items().getFirst().itemClass())
        .isEqualTo(ItemClass.OTHER);
  }

  @ParameterizedTest
  @CsvSource({
    "F-1,'',Folio missing",
    "05/03/2024,31/02/2024,Fecha not-a-date",
    "05/03/2024,2024-03-05,Fecha not-a-date",
    "Sinaloa,'',Entidad missing",
    "Pastillas de fentanilo,'',Concepto missing",
    "'12,500',muchas,Cantidad not-a-number",
    "asegurado,visto,Base del conteo not-a-code",
    "'pastillas,,','pastillas,,cueva',Tipo de sitio not-a-code"
  })
  void refusesWhatBreaksARule(String good, String bad, String finding) {
    assertThat(read(GOOD.replace(good, bad)).hard()).containsExactly(finding);
  }
}

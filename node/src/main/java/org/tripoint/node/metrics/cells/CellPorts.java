package org.tripoint.node.metrics.cells;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.metrics.ReadCells;
import org.tripoint.node.metrics.disclosure.CellsOfPeople;

/// The sums as other rooms are given them: those of people's health data apart, so that nobody
/// shows them by mistake.
@Configuration(proxyBeanMethods = false)
class CellPorts {

  @Bean
  ReadCells cells(
      CubeCatalogue cubes,
      CellPlaces places,
      JdbcTemplate jdbc,
      ReadLedger ledger,
      FactsOfVersion facts) {
    return new CellQueries(cubes.withoutPeople(), places, jdbc, ledger, facts);
  }

  @Bean
  CellsOfPeople cellsOfPeople(
      CubeCatalogue cubes,
      CellPlaces places,
      JdbcTemplate jdbc,
      ReadLedger ledger,
      FactsOfVersion facts) {
    return new CellsOfPeople(new CellQueries(cubes.ofPeople(), places, jdbc, ledger, facts));
  }
}

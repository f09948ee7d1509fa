package org.tripoint.node.desks.laboratory.spectra;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.vocabulary.Kind;

/// What the spectra of the laboratory declare to the rest of the node.
@Configuration(proxyBeanMethods = false)
class SpectraDesk {

  @Bean
  Kind<ImportedLibrary> spectralLibraryKind() {
    return ImportedLibrary.KIND;
  }

  @Bean
  Kind<KeptSpectrum> keptSpectrumKind() {
    return KeptSpectrum.KIND;
  }
}

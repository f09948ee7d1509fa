package org.tripoint.node.commandline;

import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.Banner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.support.AbstractApplicationContext;

/// The node's rooms without its doors: no port is opened, nothing runs in the background and
/// nothing is appended at start. Works beside a running node, on the same database.
///
/// @param application the Spring application class
record OfflineNode(Class<?> application, NodeHome home) {

  /// Starts, does one thing, and stops.
  <T> T with(Function<ConfigurableApplicationContext, T> work) {
    List<String> settings =
        List.of("--tripoint.home=" + home.path(), "--logging.level.root=warn", "--server.port=0");
    ApplicationContextInitializer<ConfigurableApplicationContext> quiet = OfflineNode::quieten;
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(application)
            .bannerMode(Banner.Mode.OFF)
            .lazyInitialization(true)
            .initializers(quiet)
            .build()
            .run(settings.toArray(String[]::new))) {
      return work.apply(context);
    }
  }

  private static void quieten(ConfigurableApplicationContext context) {
    context
        .getBeanFactory()
        .registerSingleton(
            AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, new NothingStarts());
    context.addBeanFactoryPostProcessor(OfflineNode::forgetRunners);
  }

  private static void forgetRunners(ConfigurableListableBeanFactory beans) {
    for (Class<?> kind : List.of(ApplicationRunner.class, CommandLineRunner.class)) {
      for (String name : beans.getBeanNamesForType(kind, true, false)) {
        ((BeanDefinitionRegistry) beans).removeBeanDefinition(name);
      }
    }
  }

  /// Starts neither the web server nor any thread of a room.
  private static final class NothingStarts implements LifecycleProcessor {
    @Override
    public void onRefresh() {}

    @Override
    public void onClose() {}

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
      return false;
    }
  }
}

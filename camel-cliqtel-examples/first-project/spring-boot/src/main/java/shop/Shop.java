package shop;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class Shop {

    public static void main(String[] args) {
        SpringApplication.run(Shop.class, args);
    }

    @Bean
    RouteBuilder sms() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:once?repeatCount=1")
                        .setBody(constant("Your order has shipped!"))
                        .to("cliqtel:send?to=+31612345678")
                        .log("Message ${body.id} is ${body.status}");

                from("cliqtel:webhook").log("Message ${body.id} is ${body.status}");
            }
        };
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Which messages to list, and how many. Mutable only because Camel's configurers set it; it becomes settings when the endpoint starts. */
@UriParams
public class ListOptions {

    @UriParam(label = "producer", enums = "inbound,outbound", description = "Only messages of this direction.")
    private String direction;

    @UriParam(label = "producer", enums = "queued,sent,delivered,failed", description = "Only messages of this status.")
    private String status;

    @UriParam(description = "Only messages of this number of the account, by its id.")
    private Long numberId;

    @UriParam(label = "producer", description = "Only messages after this time, in ISO 8601 with an offset.")
    private String since;

    @UriParam(
            label = "producer",
            defaultValue = "1",
            description = "The page, from 1; with paging=all or stream the first one.")
    private Integer page;

    @UriParam(
            label = "producer",
            description = "Messages per page, 1 to 100. By default 25 for one page, and 100 when paging.")
    private Integer perPage;

    @UriParam(
            label = "producer",
            enums = "single,all,stream",
            defaultValue = "single",
            description = "One page, all pages as one list, or an iterator that asks for pages as it is read.")
    private String paging;

    @UriParam(
            label = "producer",
            defaultValue = "0",
            description = "The most messages to give when paging; 0 is no limit.")
    private Integer maxResults;

    public String getDirection() {
        return direction;
    }

    /** Only messages of this direction. */
    public void setDirection(String direction) {
        this.direction = direction;
    }

    public String getStatus() {
        return status;
    }

    /** Only messages of this status. */
    public void setStatus(String status) {
        this.status = status;
    }

    public Long getNumberId() {
        return numberId;
    }

    /** Only messages of this number of the account, by its id. */
    public void setNumberId(Long numberId) {
        this.numberId = numberId;
    }

    public String getSince() {
        return since;
    }

    /** Only messages after this time, in ISO 8601 with an offset. */
    public void setSince(String since) {
        this.since = since;
    }

    public Integer getPage() {
        return page;
    }

    /** The page, from 1; with paging=all or stream the first one. */
    public void setPage(Integer page) {
        this.page = page;
    }

    public Integer getPerPage() {
        return perPage;
    }

    /** Messages per page, 1 to 100. By default 25 for one page, and 100 when paging. */
    public void setPerPage(Integer perPage) {
        this.perPage = perPage;
    }

    public String getPaging() {
        return paging;
    }

    /** One page, all pages as one list, or an iterator that asks for pages as it is read. */
    public void setPaging(String paging) {
        this.paging = paging;
    }

    public Integer getMaxResults() {
        return maxResults;
    }

    /** The most messages to give when paging; 0 is no limit. */
    public void setMaxResults(Integer maxResults) {
        this.maxResults = maxResults;
    }
}

/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Which messages are listed, and how many. Not thread-safe: set the options before the context starts. */
@UriParams
public final class ListOptions {

    @UriParam(label = "producer", enums = "inbound,outbound")
    private String direction;

    @UriParam(label = "producer", enums = "queued,sent,delivered,failed")
    private String status;

    @UriParam(label = "producer")
    private String since;

    @UriParam(label = "producer", defaultValue = "1")
    private Integer page = 1;

    @UriParam(label = "producer")
    private Integer perPage;

    @UriParam(label = "producer", enums = "single,all,stream", defaultValue = "single")
    private String paging = "single";

    @UriParam(label = "producer", defaultValue = "0")
    private Integer maxResults = 0;

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
